namespace Shopify.Client.Auth;

/// <summary>Gives every call a token that is good now, and one refused for its token a second chance with another.</summary>
internal static class TokenRetry
{
    public static Task<T> RunAsync<T>(ShopifyShop shop, Func<ShopifyShop, Task<T>> call, CancellationToken cancellationToken) =>
        shop.Tokens is { } tokens ? RunAsync(tokens, shop, call, cancellationToken) : call(shop);

    private static async Task<T> RunAsync<T>(ShopifyTokens tokens, ShopifyShop shop, Func<ShopifyShop, Task<T>> call, CancellationToken cancellationToken)
    {
        var current = await tokens.GetAsync(shop.Domain, cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(current).ConfigureAwait(false);
        }
        catch (ShopifyAuthenticationException refusal)
        {
            current = await tokens.ReplaceAsync(current, refusal, cancellationToken).ConfigureAwait(false);
        }

        return await call(current).ConfigureAwait(false);
    }
}
