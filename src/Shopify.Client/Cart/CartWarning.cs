namespace Shopify.Client;

/// <summary>Something the cart could not do as asked, though the change was made.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Message">Shopify's text, in the asked language.</param>
/// <param name="Target">What it concerns, such as a line id; null when not told.</param>
public sealed record CartWarning(CartWarningCode Code, string Message, string? Target);
