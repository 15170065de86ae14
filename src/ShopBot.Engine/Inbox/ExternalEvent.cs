using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Inbox;

/// <summary>Something that happened outside the chat and concerns one customer.</summary>
/// <param name="Customer">The customer; must be one of the store's.</param>
/// <param name="Kind">What happened, such as <c>order.paid</c>; at most 48 characters.</param>
/// <param name="Key">What makes two reports the same event, such as the order's id.</param>
/// <param name="Payload">JSON.</param>
/// <param name="OccurredAt">When it happened.</param>
public sealed record ExternalEvent(CustomerId Customer, string Kind, string Key, ReadOnlyMemory<byte> Payload, DateTimeOffset OccurredAt);
