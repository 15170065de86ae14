namespace Shopify.Client;

internal sealed record ApiVersionsData(IReadOnlyList<ApiVersionWire>? PublicApiVersions);

internal sealed record ApiVersionWire(string? Handle, string? DisplayName, bool? Supported)
{
    public OfferedApiVersion ToModel(AnswerShape shape) => new(shape.Need(Handle, "publicApiVersions.handle"), DisplayName ?? "", Supported ?? false);
}
