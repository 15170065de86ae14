namespace Shopify.Emulator.Catalog;

/// <summary>A custom field of a product, variant, collection, order, customer or the shop. See <see href="https://shopify.dev/docs/apps/build/custom-data"/>.</summary>
/// <param name="Namespace">Group of the field, such as <c>custom</c>.</param>
/// <param name="Key">Name within the group.</param>
/// <param name="Type">Shopify's type name, such as <c>single_line_text_field</c> or <c>json</c>.</param>
/// <param name="Value">The value as text; for JSON types the JSON itself.</param>
public sealed record CatalogMetafield(string Namespace, string Key, string Type, string Value);
