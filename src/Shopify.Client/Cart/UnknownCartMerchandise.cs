namespace Shopify.Client;

/// <summary>Merchandise of a kind that this version of the client does not know.</summary>
/// <param name="TypeName">Its GraphQL type; empty when not told.</param>
public sealed record UnknownCartMerchandise(string TypeName) : CartMerchandise;
