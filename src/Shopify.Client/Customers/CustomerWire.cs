namespace Shopify.Client;

internal sealed record CustomerByPhoneVariables(string Phone);

internal sealed record CustomerByPhoneData(CustomerWire? CustomerByIdentifier);

internal sealed record CustomerPhoneWire(string? PhoneNumber);

internal sealed record CustomerEmailWire(string? EmailAddress);

internal sealed record LastOrderWire(string? Id, string? Name, DateTimeOffset? ProcessedAt);

internal sealed record CustomerWire(
    string? Id,
    string? DisplayName,
    string? FirstName,
    string? LastName,
    string? Locale,
    string? State,
    IReadOnlyList<string>? Tags,
    long? NumberOfOrders,
    MoneyWire? AmountSpent,
    CustomerEmailWire? DefaultEmailAddress,
    CustomerPhoneWire? DefaultPhoneNumber,
    LastOrderWire? LastOrder)
{
    public Customer ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "customer.id"),
        DisplayName = DisplayName,
        FirstName = FirstName,
        LastName = LastName,
        Locale = Locale,
        State = State ?? string.Empty,
        Tags = Tags ?? [],
        NumberOfOrders = NumberOfOrders ?? 0,
        AmountSpent = AmountSpent?.ToMoney(),
        Email = DefaultEmailAddress?.EmailAddress,
        Phone = DefaultPhoneNumber?.PhoneNumber,
        LastOrderId = LastOrder?.Id,
        LastOrderName = LastOrder?.Name,
        LastOrderProcessedAt = LastOrder?.ProcessedAt,
    };
}
