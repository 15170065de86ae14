namespace Shopify.Client;

/// <summary>One line of a cart as Shopify made it.</summary>
/// <param name="VariantId">The GID of the variant.</param>
/// <param name="Quantity">How many; may be fewer than asked for when stock is short.</param>
public sealed record CartLine(string VariantId, int Quantity);
