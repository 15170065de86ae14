namespace ShopBot.Engine.Customers;

/// <summary>One alias of a customer as storage sees it: never the plain value.</summary>
/// <param name="Kind">What sort of name it is.</param>
/// <param name="Hash">Keyed hash of the value, for look-ups (base64url).</param>
/// <param name="Value">The value, encrypted under the store's data key.</param>
public sealed record CustomerAlias(AliasKind Kind, string Hash, ReadOnlyMemory<byte> Value);
