namespace Shopify.Client;

/// <summary>One entry of a mutation's <c>userErrors</c>.</summary>
/// <param name="Field">The path of the wrong input, numbers as text; null when it concerns the whole call.</param>
/// <param name="Message">Shopify's text, in English.</param>
/// <param name="Code">The reason as a code; null where the mutation has none.</param>
public sealed record ShopifyUserError(IReadOnlyList<string>? Field, string Message, string? Code = null);
