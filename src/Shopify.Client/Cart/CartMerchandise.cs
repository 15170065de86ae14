namespace Shopify.Client;

/// <summary>What a cart line sells, Shopify's union <c>Merchandise</c>.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/unions/Merchandise"/>
public abstract record CartMerchandise
{
    private protected CartMerchandise()
    {
    }
}
