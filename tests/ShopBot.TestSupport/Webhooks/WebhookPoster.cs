using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ShopBot.TestSupport.Processes;

namespace ShopBot.TestSupport.Webhooks;

/// <summary>Posts webhooks to a host.</summary>
public sealed class WebhookPoster(Uri host) : IDisposable
{
    private readonly HttpClient _client = Http.NewClient();
    private readonly Uri _callback = new(host, "whatsapp/webhook");

    /// <summary>The value of <c>X-Hub-Signature-256</c> for these bytes.</summary>
    public static string Sign(string appSecret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));

    /// <summary>Posts a body signed with this secret.</summary>
    public Task<HttpStatusCode> PostSignedAsync(string appSecret, byte[] body, CancellationToken cancellationToken) =>
        PostAsync(body, Sign(appSecret, body), cancellationToken);

    /// <summary>Posts a body with any signature; null leaves it out.</summary>
    public async Task<HttpStatusCode> PostAsync(byte[] body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _callback) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
            request.Headers.Add("X-Hub-Signature-256", signature);
        using var answer = await _client.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Asks as Meta does when a callback address is entered.</summary>
    public async Task<(HttpStatusCode Status, string Body)> VerifyAsync(string verifyToken, string challenge, CancellationToken cancellationToken)
    {
        var query = $"?hub.mode=subscribe&hub.challenge={Uri.EscapeDataString(challenge)}&hub.verify_token={Uri.EscapeDataString(verifyToken)}";
        using var answer = await _client.GetAsync(new Uri(_callback, query), cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
