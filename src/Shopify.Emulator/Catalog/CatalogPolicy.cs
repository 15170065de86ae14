namespace Shopify.Emulator.Catalog;

/// <summary>A policy text of the shop.</summary>
/// <param name="Type">Shopify's name: <c>REFUND_POLICY</c>, <c>SHIPPING_POLICY</c>, <c>PRIVACY_POLICY</c>, …</param>
/// <param name="Title">Title as shoppers read it.</param>
/// <param name="Body">The text, as HTML.</param>
public sealed record CatalogPolicy(string Type, string Title, string Body);
