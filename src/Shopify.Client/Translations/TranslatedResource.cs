namespace Shopify.Client;

/// <summary>What is translated of a product or collection.</summary>
/// <param name="Id">Its GID.</param>
/// <param name="Texts">By key, such as <c>title</c> and <c>body_html</c>; a key that is not translated is missing.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Translation"/>
public sealed record TranslatedResource(string Id, IReadOnlyDictionary<string, string> Texts);
