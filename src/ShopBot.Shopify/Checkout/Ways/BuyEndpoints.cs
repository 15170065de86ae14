using System.Collections.Concurrent;
using System.Text.Json;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Where shops take <c>/buy</c> links, as their <c>/.well-known/ucp</c> says; remembered for a day, the lack of one too.</summary>
internal sealed class BuyEndpoints(IHttpClientFactory http, ShopAddress address, TimeProvider time)
{
    private const string Capability = "dev.ucp.shopping.permalink";
    private const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ShopDomain, (DateTimeOffset Until, string? Endpoint)> _known = new();

    /// <returns>The address without a slash at the end; null when the shop takes no such links.</returns>
    public async Task<string?> FindAsync(ShopDomain shop, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(shop, out var known) && known.Until > time.GetUtcNow())
            return known.Endpoint;
        var (endpoint, lifetime) = await AskAsync(address.Of(shop), cancellationToken).ConfigureAwait(false);
        _known[shop] = (time.GetUtcNow() + lifetime, endpoint);
        return endpoint;
    }

    private async Task<(string? Endpoint, TimeSpan Lifetime)> AskAsync(string root, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var client = http.CreateClient(ShopifyClient.HttpClientName);
            client.MaxResponseContentBufferSize = MaxBytes;
            using var response = await client.GetAsync(new Uri($"{root}/.well-known/ucp"), either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return (null, (int)response.StatusCode >= 500 ? Patience : Lifetime);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return (Read(bytes, root), Lifetime);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, Patience);
        }
    }

    private static string? Read(byte[] body, string root)
    {
        using var document = JsonDocument.Parse(body);
        if (!Member(document.RootElement, "ucp", out var ucp) || !Member(ucp, "capabilities", out var all) || !Member(all, Capability, out var offers) || offers.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var offer in offers.EnumerateArray())
        {
            if (Member(offer, "config", out var config) && Member(config, "endpoint", out var endpoint) && endpoint.ValueKind == JsonValueKind.String
                && Uri.TryCreate(endpoint.GetString(), UriKind.Absolute, out var uri) && uri.Query.Length == 0 && IsTrusted(uri, root))
                return uri.AbsoluteUri.TrimEnd('/');
        }

        return null;
    }

    /// <summary>Plain HTTP only where the shop itself is replaced by something on plain HTTP.</summary>
    private static bool IsTrusted(Uri endpoint, string root) =>
        endpoint.Scheme == Uri.UriSchemeHttps || endpoint.GetLeftPart(UriPartial.Authority) == new Uri(root).GetLeftPart(UriPartial.Authority);

    private static bool Member(JsonElement owner, string name, out JsonElement value)
    {
        value = default;
        return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out value);
    }
}
