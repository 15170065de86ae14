using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Benchmarks.Hosting;
using ShopBot.Benchmarks.WhatsApp;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Pipeline;

/// <summary>The least a bot can do about a message: check the hash, see whose it is, and post an answer made before.</summary>
internal sealed class PrebuiltPost(InstantGraph graph) : IDisposable
{
    private static readonly Uri Address = new($"https://graph.facebook.com/v25.0/{StoreHost.Number}/messages");
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(StoreHost.AppSecret);
    private readonly HttpClient _http = new(graph, disposeHandler: false);

    /// <returns>How many changes the webhook has.</returns>
    public static int Check(Delivery delivery)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, delivery.Body, hash);
        Span<byte> told = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Convert.FromHexString(delivery.Signature.AsSpan("sha256=".Length), told, out _, out _);
        return CryptographicOperations.FixedTimeEquals(hash, told) ? WebhookReader.Skim(delivery.Body).Count : 0;
    }

    public async Task SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "EAAG0123456789");
        request.Content = new ByteArrayContent(SendBodies.Request) { Headers = { ContentType = Json } };
        using var response = await _http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();
}
