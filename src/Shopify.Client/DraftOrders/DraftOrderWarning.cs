namespace Shopify.Client;

/// <summary>Something about a draft order that is not as asked, though it was made.</summary>
/// <param name="ErrorCode">The reason, an open set.</param>
/// <param name="Field">What it concerns.</param>
/// <param name="Message">Shopify's text.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/interfaces/DraftOrderWarning"/>
public sealed record DraftOrderWarning(string ErrorCode, string Field, string Message);
