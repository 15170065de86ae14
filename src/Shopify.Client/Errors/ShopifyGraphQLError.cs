using System.Text.Json;

namespace Shopify.Client;

/// <summary>One entry of <c>errors</c>.</summary>
/// <param name="Message">Shopify's text, in English, not meant for shoppers.</param>
public sealed record ShopifyGraphQLError(string Message)
{
    /// <summary>
    /// <c>extensions.code</c>, such as <c>ACCESS_DENIED</c> or <c>undefinedField</c>; null when there is none. New codes appear: see <see cref="ShopifyErrorCodes"/> for some.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The place in the answer, numbers as text; empty when not told.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>All of <c>extensions</c>, whose members differ from code to code; null when absent.</summary>
    public JsonElement? Extensions { get; init; }
}
