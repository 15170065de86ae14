namespace Shopify.Client;

/// <summary>A fact that travels with a cart to its order.</summary>
/// <param name="Key">The name; many themes hide those that start with <c>_</c> from the buyer.</param>
/// <param name="Value">The value.</param>
public sealed record CartAttribute(string Key, string Value);
