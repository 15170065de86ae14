namespace Shopify.Client;

/// <summary>A language the shop is published in.</summary>
/// <param name="Locale">Such as <c>de</c> or <c>pt-BR</c>.</param>
/// <param name="Primary">Whether products are written in it; the others are translations.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ShopLocale"/>
public sealed record ShopLocale(string Locale, bool Primary);
