namespace Shopify.Emulator.Catalog;

/// <summary>One translated text of a product, option or collection.</summary>
/// <param name="Locale">Locale as Shopify writes it: <c>de</c>, <c>pt-BR</c>.</param>
/// <param name="Key">Which text: <c>title</c>, <c>body_html</c>, <c>product_type</c>, <c>meta_title</c>, <c>meta_description</c>; for an option <c>name</c>.</param>
/// <param name="Value">The text in that language.</param>
public sealed record CatalogTranslation(string Locale, string Key, string Value);
