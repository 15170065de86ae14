namespace Shopify.Client.Auth;

/// <summary>What a sweep over idle shops did.</summary>
/// <param name="Renewed">Shops that were due and are renewed, by this process or another.</param>
/// <param name="Failed">Shops that could not be renewed this time.</param>
public readonly record struct ShopifyTokenSweep(int Renewed, int Failed);
