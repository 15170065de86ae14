using System.Net.Http.Headers;
using System.Text.Json;

namespace ShopBot.Benchmarks.Catalog;

/// <summary>The least that reading from a shop takes: one POST of bytes made before, and each token of the answer once.</summary>
internal sealed class BareShop(Uri address) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly byte[] _query =
        """{"query":"query ProductsPage($first: Int!) { products(first: $first) { nodes { id handle title } pageInfo { hasNextPage endCursor } } }","variables":{"first":10}}"""u8.ToArray();

    /// <returns>How many tokens the answer has.</returns>
    public async Task<int> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.TryAddWithoutValidation("X-Shopify-Access-Token", "shpat_benchmark");
        request.Content = new ByteArrayContent(_query) { Headers = { ContentType = Json } };
        using var response = await _http.SendAsync(request);
        return Tokens(await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();

    private static int Tokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
