namespace Shopify.Client;

internal sealed record CollectionsPageVariables(int First, string? After, string? Query);

internal sealed record CollectionsPageData(NodesWire<CollectionWire>? Collections);

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
