using System.ComponentModel;

namespace ShopBot.Shopping.Catalog;

/// <summary>A page of a list. Immutable, and marked as such: a cache in this process gives out the page itself instead of a copy for each reader.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
[ImmutableObject(true)]
public sealed record CatalogPage<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A collection in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Description">A short text; may be empty.</param>
public sealed record CollectionCard(string Id, string Title, string Description);

/// <summary>A product in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="LowestPrice">The price, or the lowest of its variants' prices.</param>
/// <param name="PricesDiffer">Whether its variants have different prices.</param>
/// <param name="Available">False when it is known to be sold out.</param>
public sealed record ProductCard(string Id, string Title, Money LowestPrice, bool PricesDiffer, bool Available);

/// <summary>Which products a list shows. Both null: all.</summary>
/// <param name="CollectionId">Those of this collection.</param>
/// <param name="Text">Those that these words find.</param>
public sealed record ProductListing(string? CollectionId = null, string? Text = null);

/// <summary>A product as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Description">WhatsApp text, cleaned; may be empty.</param>
/// <param name="Image">A JPEG or PNG; null when it has none.</param>
/// <param name="Variants">What can be bought, in the shop's order; never empty.</param>
/// <param name="HasOptions">False: there is one variant and nothing to choose.</param>
public sealed record ProductDetails(
    string Id, string Title, string Description, Uri? Image, IReadOnlyList<VariantOffer> Variants, bool HasOptions)
{
    /// <summary>What can be chosen, in the shop's order; empty when the variants cannot be told apart that way.</summary>
    public IReadOnlyList<ProductChoice> Options { get; init; } = [];
}

/// <summary>One thing to choose about a product.</summary>
/// <param name="Name">Such as <c>Size</c>.</param>
/// <param name="Values">Such as <c>Small</c> and <c>Large</c>, in the shop's order.</param>
public sealed record ProductChoice(string Name, IReadOnlyList<string> Values);

/// <summary>A variant and what it costs now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProductTitle">The product's name.</param>
/// <param name="Title">What tells it from the others, such as <c>Oak / Large</c>; empty when there is nothing to choose.</param>
/// <param name="Price">What it costs.</param>
/// <param name="CompareAtPrice">What it cost before; null when it is not on sale.</param>
/// <param name="Available">Whether it can be bought.</param>
/// <param name="MostAvailable">At most this many can be bought; null when there is no bound.</param>
/// <param name="Image">A picture of this variant; null for the product's.</param>
public sealed record VariantOffer(
    string Id, string ProductTitle, string Title, Money Price, Money? CompareAtPrice, bool Available, int? MostAvailable, Uri? Image)
{
    /// <summary>The product's id; null when the shop did not tell.</summary>
    public string? ProductId { get; init; }

    /// <summary>Its value of each of the product's options, in their order; empty when not told.</summary>
    public IReadOnlyList<string> OptionValues { get; init; } = [];

    /// <summary>What a unit of it costs, where the law wants that said; null when the shop does not tell.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>What <see cref="UnitPrice"/> is for; null when there is no unit price.</summary>
    public UnitMeasure? UnitMeasure { get; init; }

    /// <summary>The full name.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string FullTitle => Title.Length == 0 ? ProductTitle : $"{ProductTitle} – {Title}";
}
