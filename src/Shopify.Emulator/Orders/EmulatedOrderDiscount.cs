namespace Shopify.Emulator.Orders;

/// <summary>A discount code that an order used.</summary>
/// <param name="Code">The code as the shop writes it.</param>
/// <param name="Amount">What it took off, in the shop's currency.</param>
/// <param name="Type"><c>percentage</c>, <c>fixed_amount</c> or <c>shipping</c>, as webhooks write it.</param>
public sealed record EmulatedOrderDiscount(string Code, decimal Amount, string Type);
