using Microsoft.Extensions.Options;
using Shopify.Client;

namespace ShopBot.Shopify;

/// <summary>Where a shop's own pages are.</summary>
internal sealed class ShopAddress(IOptions<ShopifyClientOptions> options)
{
    /// <returns>Such as <c>https://demo-shop.myshopify.com</c>, without a slash at the end.</returns>
    public string Of(ShopDomain shop) => options.Value.BaseUrl is { Length: > 0 } replaced
        ? replaced.Replace("{shop}", shop.Value, StringComparison.Ordinal).TrimEnd('/')
        : $"https://{shop.Value}";
}
