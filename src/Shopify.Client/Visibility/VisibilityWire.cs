namespace Shopify.Client;

internal sealed record SfVisibleProductsData(NodesWire<VisibleProductWire>? Products);

internal sealed record VisibleProductWire(string? Id);
