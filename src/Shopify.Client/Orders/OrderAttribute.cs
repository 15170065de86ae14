namespace Shopify.Client;

/// <summary>A fact on an order, a draft order or one of their lines; a cart's attributes arrive as such.</summary>
/// <param name="Key">The name; many themes hide those that start with <c>_</c> from the buyer.</param>
/// <param name="Value">The value; may be empty.</param>
public sealed record OrderAttribute(string Key, string Value);
