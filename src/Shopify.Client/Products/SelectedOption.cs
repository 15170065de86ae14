namespace Shopify.Client;

/// <summary>The value a variant has for one option.</summary>
/// <param name="Name">The option, such as <c>Size</c>.</param>
/// <param name="Value">The value, such as <c>M</c>.</param>
public sealed record SelectedOption(string Name, string Value);
