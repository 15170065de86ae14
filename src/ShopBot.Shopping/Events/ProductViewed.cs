namespace ShopBot.Shopping.Events;

/// <summary>A customer was shown a product.</summary>
/// <param name="Product">The product.</param>
public sealed record ProductViewed(ProductNamed Product)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "product.viewed";
}
