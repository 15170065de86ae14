namespace Shopify.Client;

internal sealed record OrderFulfillmentsVariables(string OrderId);

internal sealed record OrderFulfillmentsData(OrderFulfillmentsWire? Order);

internal sealed record OrderFulfillmentsWire(IReadOnlyList<FulfillmentWire?>? Fulfillments);

internal sealed record TrackingWire(string? Company, string? Number, string? Url);

internal sealed record FulfillmentLineItemWire(string? Id, string? Title);

internal sealed record FulfillmentLineWire(int? Quantity, FulfillmentLineItemWire? LineItem);

internal sealed record FulfillmentEventWire(
    string? Status, DateTimeOffset? HappenedAt, string? Message, string? City, string? Country, DateTimeOffset? EstimatedDeliveryAt)
{
    public FulfillmentEvent ToModel() => new()
    {
        Status = new(Status ?? string.Empty),
        HappenedAt = HappenedAt,
        Message = Message,
        City = City,
        Country = Country,
        EstimatedDeliveryAt = EstimatedDeliveryAt,
    };
}

internal sealed record FulfillmentWire(
    string? Id,
    string? Name,
    string? Status,
    string? DisplayStatus,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? EstimatedDeliveryAt,
    DateTimeOffset? DeliveredAt,
    IReadOnlyList<TrackingWire?>? TrackingInfo,
    NodesWire<FulfillmentEventWire>? Events,
    NodesWire<FulfillmentLineWire>? FulfillmentLineItems)
{
    public Fulfillment ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "fulfillment.id"),
        Name = Name ?? string.Empty,
        Status = new(Status ?? string.Empty),
        DisplayStatus = DisplayStatus.ToOpenEnum(static value => new FulfillmentDisplayStatus(value)),
        CreatedAt = CreatedAt,
        EstimatedDeliveryAt = EstimatedDeliveryAt,
        DeliveredAt = DeliveredAt,
        TrackingInfo = TrackingInfo.ToModels(),
        Events = [.. (Events?.Present() ?? []).Select(static report => report.ToModel())],
        LineItems = [.. (FulfillmentLineItems?.Present() ?? [])
            .Select(static line => new FulfillmentLine(line.LineItem?.Id, line.LineItem?.Title ?? string.Empty, line.Quantity))],
    };
}

internal static class FulfillmentMapping
{
    public static IReadOnlyList<Fulfillment> ToModels(this IReadOnlyList<FulfillmentWire?>? parcels, AnswerShape shape) =>
        [.. (parcels ?? []).OfType<FulfillmentWire>().Select(parcel => parcel.ToModel(shape))];

    public static IReadOnlyList<TrackingInfo> ToModels(this IReadOnlyList<TrackingWire?>? tracking) =>
        [.. (tracking ?? []).OfType<TrackingWire>().Select(static info => new TrackingInfo(info.Company, info.Number, info.Url))];
}
