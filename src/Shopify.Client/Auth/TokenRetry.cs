namespace Shopify.Client.Auth;

/// <summary>Gives every call a token that is good now, and one refused for its token a second chance with another.</summary>
internal static class TokenRetry
{
    public static Task<T> RunAsync<T>(ShopifyApi api, ShopifyShop shop, Func<ShopifyShop, Task<T>> call, CancellationToken cancellationToken) =>
        shop.Tokens is { } tokens ? RunAsync(api, tokens, shop, call, cancellationToken) : call(shop);

    private static async Task<T> RunAsync<T>(
        ShopifyApi api, ShopifyTokens tokens, ShopifyShop shop, Func<ShopifyShop, Task<T>> call, CancellationToken cancellationToken)
    {
        var current = await tokens.GetAsync(shop.Domain, cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(current).ConfigureAwait(false);
        }
        catch (ShopifyAuthenticationException refusal) when (api == ShopifyApi.Admin)
        {
            current = await tokens.ReplaceAsync(current, refusal, cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyAuthenticationException)
        {
            // The Storefront API also refuses good tokens: of an app without its scopes, of a shop that has not published to it. That says nothing about
            // the connection to the shop, so the token is only changed when another host has changed it already.
            tokens.Forget(shop.Domain);
            if (await tokens.GetAsync(shop.Domain, cancellationToken).ConfigureAwait(false) is var stored && stored.AccessToken == current.AccessToken)
                throw;
            current = stored;
        }

        return await call(current).ConfigureAwait(false);
    }
}
