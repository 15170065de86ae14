namespace WhatsApp.Client;

/// <summary>Whether customers see a catalog and may fill a cart.</summary>
/// <param name="IsCatalogVisible">Whether the shop button is shown; null when unknown or to stay as it is.</param>
/// <param name="IsCartEnabled">Whether products can be put into a cart; null when unknown or to stay as it is.</param>
public sealed record CommerceSettings(bool? IsCatalogVisible = null, bool? IsCartEnabled = null);
