namespace ShopBot.Shopping.Events;

/// <summary>A customer was given a link to pay.</summary>
/// <param name="Amount">What the cart cost then.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record CheckoutCreated(decimal Amount, string Currency)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "checkout.created";

    /// <summary>What an order that comes of it calls its cart; null when that is not known.</summary>
    public string? CartToken { get; init; }
}
