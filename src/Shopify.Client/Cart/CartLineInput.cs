namespace Shopify.Client;

/// <summary>One line of a cart to be made.</summary>
/// <param name="VariantId">The GID of the variant.</param>
/// <param name="Quantity">How many; 1 or more.</param>
public sealed record CartLineInput(string VariantId, int Quantity);
