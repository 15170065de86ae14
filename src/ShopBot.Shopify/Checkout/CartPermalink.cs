using Microsoft.Extensions.Options;
using ShopBot.Engine.Customers;
using ShopBot.Shopping.Checkout;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Builds <c>/cart/{variant}:{quantity},…</c>: a link that fills a cart when it is opened.</summary>
internal sealed class CartPermalink(IOptions<ShopifyClientOptions> options)
{
    public Uri Build(ShopDomain shop, CustomerId customer, IReadOnlyList<CheckoutLine> lines)
    {
        var root = options.Value.BaseUrl is { Length: > 0 } replaced
            ? replaced.Replace("{shop}", shop.Value, StringComparison.Ordinal).TrimEnd('/')
            : $"https://{shop.Value}";
        var items = string.Join(',', lines.Select(line => $"{line.VariantId[(line.VariantId.LastIndexOf('/') + 1)..]}:{line.Quantity}"));
        return new Uri($"{root}/cart/{items}?attributes[{ChatReference.Attribute}]={ChatReference.Of(customer)}");
    }
}
