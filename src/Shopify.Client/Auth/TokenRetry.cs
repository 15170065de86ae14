namespace Shopify.Client.Auth;

/// <summary>Gives every call a token that is good now, and one refused for its token a second chance with another.</summary>
internal static class TokenRetry
{
    public static async Task<T> RunAsync<T>(ShopifyShop shop, Func<ShopifyShop, Task<T>> call, CancellationToken cancellationToken)
    {
        if (shop.Tokens is not { } tokens)
            return await call(shop).ConfigureAwait(false);
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
