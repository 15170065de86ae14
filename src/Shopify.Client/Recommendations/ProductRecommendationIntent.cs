namespace Shopify.Client;

/// <summary>What kind of products to recommend. An open set.</summary>
/// <param name="Value">Shopify's word, upper case.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/enums/ProductRecommendationIntent"/>
public readonly record struct ProductRecommendationIntent(string Value)
{
    /// <summary>Something like it, found by Shopify.</summary>
    public static ProductRecommendationIntent Related { get; } = new("RELATED");

    /// <summary>Something to go with it, chosen by the merchant in the app Search &amp; Discovery.</summary>
    public static ProductRecommendationIntent Complementary { get; } = new("COMPLEMENTARY");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
