namespace Shopify.Client;

/// <summary>A field of an upload's form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its value.</param>
public sealed record BulkUploadField(string Name, string Value);
