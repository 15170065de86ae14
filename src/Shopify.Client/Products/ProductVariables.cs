namespace Shopify.Client;

internal sealed record ProductDetailVariables(IdentifierWire Identifier, string? Country, bool WithCountry);

internal sealed record VariantsOfProductVariables(string ProductId, int First, string? After, string? Country, bool WithCountry);

internal sealed record ProductsPageVariables(
    int First,
    string? After,
    string? Query,
    string SortKey,
    bool Reverse,
    string? Country,
    bool WithCountry,
    int Images,
    bool WithImages,
    int Variants,
    bool WithVariants)
{
    public static ProductsPageVariables From(ProductQuery query, string parameterName)
    {
        PageSize.Check(query.First, parameterName);
        ProductExtras.Check(query.Images, query.Variants, parameterName);
        var search = SearchOf(query, parameterName);
        return new(
            query.First,
            query.After,
            search.IsEmpty ? null : search.ToString(),
            (query.SortKey ?? (search.HasWords ? ProductSortKey.Relevance : ProductSortKey.Title)).Value,
            query.Reverse,
            query.Country?.ToUpperInvariant(),
            query.Country is not null,
            ProductExtras.First(query.Images),
            query.Images > 0,
            ProductExtras.First(query.Variants),
            query.Variants > 0);
    }

    private static ShopifySearch SearchOf(ProductQuery query, string parameterName)
    {
        var search = query.IncludeHidden ? ShopifySearch.Everything : ShopifySearch.Shoppable;
        if (query.CollectionId is { } collection)
            search = search.And(ShopifySearch.Field("collection_id", Gid.Number(collection, parameterName)));
        return search.And(query.Search ?? ShopifySearch.Everything);
    }
}

/// <summary>What a product list brings along on demand.</summary>
internal static class ProductExtras
{
    private const int MaxImages = 10;
    private const int MaxVariants = 100;

    public static void Check(int images, int variants, string parameterName)
    {
        if (images is < 0 or > MaxImages)
            throw new ArgumentOutOfRangeException(parameterName, images, "0 to 10 pictures can be brought along.");
        if (variants is < 0 or > MaxVariants)
            throw new ArgumentOutOfRangeException(parameterName, variants, "0 to 100 variants can be brought along.");
    }

    // Shopify checks the number even where @include leaves the connection out.
    public static int First(int wanted) => Math.Max(1, wanted);
}
