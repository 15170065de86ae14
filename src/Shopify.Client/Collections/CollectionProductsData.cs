using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client;

internal sealed record CollectionProductsVariables(
    string Id,
    int First,
    string? After,
    string SortKey,
    bool Reverse,
    string? Country,
    bool WithCountry,
    int Images,
    bool WithImages,
    int Variants,
    bool WithVariants)
{
    public static CollectionProductsVariables From(CollectionProductsQuery query, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query.CollectionId, parameterName);
        PageSize.Check(query.First, parameterName);
        ProductExtras.Check(query.Images, query.Variants, parameterName);
        return new(
            query.CollectionId,
            query.First,
            query.After,
            query.SortKey.Value ?? ProductCollectionSortKey.CollectionDefault.Value,
            query.Reverse,
            query.Country?.ToUpperInvariant(),
            query.Country is not null,
            ProductExtras.First(query.Images),
            query.Images > 0,
            ProductExtras.First(query.Variants),
            query.Variants > 0);
    }
}

/// <summary>The products of a collection; null when there is no such collection.</summary>
[JsonConverter(typeof(CollectionProductsConverter))]
internal sealed record CollectionProductsData(Page<ProductSummary>? Products);

internal sealed class CollectionProductsConverter : DataConverter<CollectionProductsData>
{
    protected override CollectionProductsData ReadData(ref Utf8JsonReader json, RepeatedTexts texts) =>
        new(ConnectionReader.ReadBelow(ref json, texts, "collection"u8, "products"u8, ProductReader.ReadSummary));
}
