namespace Shopify.Client;

/// <summary>The addresses of one shop, built only from a checked domain and the options.</summary>
internal static class ShopifyEndpoints
{
    public static Uri GraphQL(ShopifyClientOptions options, ShopifyApi api, ShopDomain shop) => new(
        api == ShopifyApi.Admin
            ? $"{Base(options.BaseUrl, shop)}/admin/api/{options.ApiVersion}/graphql.json"
            : $"{Base(options.BaseUrl, shop)}/api/{options.ApiVersion}/graphql.json");

    public static Uri Token(ShopifyClientOptions options, ShopDomain shop) => new($"{Base(options.BaseUrl, shop)}/admin/oauth/access_token");

    public static string Authorize(ShopifyClientOptions options, ShopDomain shop) =>
        $"{Base(options.AuthorizeBaseUrl ?? options.BaseUrl, shop)}/admin/oauth/authorize";

    private static string Base(string? replacement, ShopDomain shop)
    {
        if (shop == default)
            throw new ArgumentException("The shop domain is empty.", nameof(shop));
        return replacement is null
            ? $"https://{shop.Value}"
            : replacement.Replace("{shop}", shop.Value, StringComparison.Ordinal).TrimEnd('/');
    }
}
