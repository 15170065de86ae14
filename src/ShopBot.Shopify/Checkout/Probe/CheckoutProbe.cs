using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Asks a shop what works. What does not answer counts as not known, never as broken.</summary>
internal sealed class CheckoutProbe(ShopifyClient client, ShopAddress address, IHttpClientFactory http)
{
    public async Task<CheckoutReadiness> RunAsync(ShopifyShop shop, CancellationToken cancellationToken)
    {
        var storefront = StorefrontAsync(shop, cancellationToken);
        var published = AskAsync(() => IsPublishedAsync(shop, cancellationToken));
        var password = PasswordAsync(shop.Domain, cancellationToken);
        await Task.WhenAll(storefront, published, password).ConfigureAwait(false);
        var (access, denied) = await storefront.ConfigureAwait(false);
        var hasProducts = (await published.ConfigureAwait(false)).Seen;
        // Nobody sees the products of a shop that has none.
        if (access == StorefrontAccess.None && !denied && hasProducts == false)
            access = StorefrontAccess.Unknown;
        return new CheckoutReadiness(access, denied, hasProducts, await password.ConfigureAwait(false));
    }

    private async Task<(StorefrontAccess Access, bool Denied)> StorefrontAsync(ShopifyShop shop, CancellationToken cancellationToken)
    {
        var withToken = await AskAsync(() => SeesAsync(client.Storefront(shop), cancellationToken)).ConfigureAwait(false);
        if (withToken.Seen != false)
            return (withToken.Seen == true ? StorefrontAccess.PrivateToken : StorefrontAccess.Unknown, false);
        var without = await AskAsync(() => SeesAsync(client.StorefrontWithoutToken(shop.Domain), cancellationToken)).ConfigureAwait(false);
        return (without.Seen == true ? StorefrontAccess.Tokenless : StorefrontAccess.None, withToken.Denied);
    }

    private static async Task<bool> SeesAsync(ShopifyStorefront storefront, CancellationToken cancellationToken) =>
        await storefront.FindVisibleProductAsync(cancellationToken).ConfigureAwait(false) is not null;

    private async Task<bool> IsPublishedAsync(ShopifyShop shop, CancellationToken cancellationToken) =>
        (await client.Admin(shop).GetProductsAsync(new ProductQuery { First = 1 }, cancellationToken).ConfigureAwait(false)).Items.Count > 0;

    /// <summary>A protected store sends every visitor to its password page. The token is not sent, and no other host is asked.</summary>
    private async Task<bool> PasswordAsync(ShopDomain shop, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address.Of(shop));
            using var browser = http.CreateClient(ShopifyClient.HttpClientName);
            using var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return (int)response.StatusCode is >= 300 and < 400
                && response.Headers.Location is { } location
                && (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).TrimEnd('/').EndsWith("/password", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<(bool? Seen, bool Denied)> AskAsync(Func<Task<bool>> ask)
    {
        try
        {
            return (await ask().ConfigureAwait(false), false);
        }
        catch (Exception refused) when (WayOutcomes.IsDenied(refused))
        {
            return (false, true);
        }
        catch (Exception failure) when (failure is ShopifyException or OperationCanceledException)
        {
            return (null, false);
        }
    }
}
