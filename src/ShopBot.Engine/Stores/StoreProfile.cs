namespace ShopBot.Engine.Stores;

/// <summary>What a turn may know of the store it serves. Holds no secret.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="ShopDomain">Its permanent Shopify domain.</param>
/// <param name="Name">The name customers see.</param>
/// <param name="WelcomeMessage">The owner's greeting; null for the default.</param>
/// <param name="Currency">ISO 4217 code of the shop currency; null when not known.</param>
/// <param name="Locale">Language of the texts, such as <c>en</c>.</param>
public sealed record StoreProfile(StoreId Id, string ShopDomain, string Name, string? WelcomeMessage, string? Currency, string Locale)
{
    /// <summary>The country whose prices are asked for, ISO 3166-1 alpha-2: the customer's, set for a turn and never stored; null (the default) for the store's own prices.</summary>
    public string? Country { get; init; }
}
