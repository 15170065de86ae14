namespace Shopify.Client;

internal sealed record CollectionsPageVariables(int First, string? After, string? Query);

internal sealed record CollectionsPageData(NodesWire<CollectionWire>? Collections);

internal sealed record CollectionDetailVariables(IdentifierWire Identifier);

internal sealed record CollectionDetailData(CollectionDetailWire? Collection);

internal sealed record CollectionDetailWire(string? Id, string? Handle, string? Title, string? DescriptionHtml, ImageWire? Image, CountWire? ProductsCount)
{
    public Collection ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "collection.id"),
        Handle = shape.Need(Handle, "collection.handle"),
        Title = shape.Need(Title, "collection.title"),
        DescriptionHtml = DescriptionHtml ?? string.Empty,
        ImageUrl = Image?.Url,
        ProductsCount = ProductsCount?.Count,
    };
}

internal sealed record CollectionWire(string? Id, string? Handle, string? Title, string? Description, ImageWire? Image, CountWire? ProductsCount)
{
    public CollectionSummary ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "collection.id"),
        Handle = shape.Need(Handle, "collection.handle"),
        Title = shape.Need(Title, "collection.title"),
        Description = Description ?? string.Empty,
        ImageUrl = Image?.Url,
        ProductsCount = ProductsCount?.Count,
    };
}
