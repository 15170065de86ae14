namespace Shopify.Client;

/// <summary>One thing a shopper chooses.</summary>
/// <param name="Name">Such as <c>Size</c>.</param>
/// <param name="Values">Such as <c>S</c>, <c>M</c>, <c>L</c>, in the merchant's order.</param>
public sealed record ProductOption(string Name, IReadOnlyList<string> Values);
