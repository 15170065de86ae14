namespace Shopify.Client;

internal sealed record OrdersSearchVariables(string Query, int First, string? After);

internal sealed record OrdersSearchData(NodesWire<OrderSummaryWire>? Orders);

internal sealed record OrdersOfCustomerVariables(string CustomerId, int First, string? After);

internal sealed record OrdersOfCustomerData(CustomerOrdersWire? Customer);

internal sealed record CustomerOrdersWire(NodesWire<OrderSummaryWire>? Orders);

internal sealed record OrderSummaryWire(
    string? Id,
    string? Name,
    DateTimeOffset? ProcessedAt,
    DateTimeOffset? CancelledAt,
    string? DisplayFinancialStatus,
    string? DisplayFulfillmentStatus,
    MoneyBagWire? CurrentTotalPriceSet,
    IReadOnlyList<AttributeWire?>? CustomAttributes,
    IReadOnlyList<FulfillmentSummaryWire?>? Fulfillments)
{
    public OrderSummary ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "order.id"),
        Name = shape.Need(Name, "order.name"),
        ProcessedAt = ProcessedAt,
        CancelledAt = CancelledAt,
        DisplayFinancialStatus = DisplayFinancialStatus.ToOpenEnum(static value => new OrderDisplayFinancialStatus(value)),
        DisplayFulfillmentStatus = new(DisplayFulfillmentStatus ?? string.Empty),
        CurrentTotalPrice = CurrentTotalPriceSet?.PresentmentMoney?.ToMoney(),
        CustomAttributes = CustomAttributes.ToOrderAttributes(),
        Fulfillments = [.. (Fulfillments ?? []).OfType<FulfillmentSummaryWire>().Select(static parcel => parcel.ToModel())],
    };
}

internal sealed record FulfillmentSummaryWire(string? DisplayStatus, IReadOnlyList<TrackingWire?>? TrackingInfo)
{
    public FulfillmentSummary ToModel() =>
        new(DisplayStatus.ToOpenEnum(static value => new FulfillmentDisplayStatus(value)), TrackingInfo.ToModels());
}
