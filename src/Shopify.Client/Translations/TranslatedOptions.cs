namespace Shopify.Client;

/// <summary>The options of a product in another language, in the merchant's order.</summary>
/// <param name="ProductId">The GID of the product.</param>
/// <param name="Options">All of its options.</param>
public sealed record TranslatedOptions(string ProductId, IReadOnlyList<TranslatedOption> Options);

/// <summary>An option in another language.</summary>
/// <param name="Name">Its name as the merchant wrote it.</param>
/// <param name="Translation">Its name in the other language; as the merchant wrote it when it is not translated.</param>
/// <param name="Values">All its values.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductOption"/>
public sealed record TranslatedOption(string Name, string Translation, IReadOnlyList<TranslatedOptionValue> Values);

/// <summary>A value of an option in another language.</summary>
/// <param name="Name">The value as the merchant wrote it.</param>
/// <param name="Translation">The value in the other language; as the merchant wrote it when it is not translated.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductOptionValue"/>
public sealed record TranslatedOptionValue(string Name, string Translation);
