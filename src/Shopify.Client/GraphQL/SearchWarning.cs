namespace Shopify.Client;

/// <summary>A search filter that Shopify ignored, so that more was found than asked for.</summary>
/// <param name="Field">The search field; null when not told.</param>
/// <param name="Code">Such as <c>invalid_field</c>; null when not told.</param>
/// <param name="Message">Shopify's text, in English.</param>
public sealed record SearchWarning(string? Field, string? Code, string Message);
