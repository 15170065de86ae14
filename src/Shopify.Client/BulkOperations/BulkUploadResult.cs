namespace Shopify.Client;

/// <summary>What became of a request for a place to upload to.</summary>
/// <param name="Upload">The place; null when it was refused.</param>
/// <param name="UserErrors">What was refused; empty when nothing was.</param>
public sealed record BulkUploadResult(BulkUpload? Upload, IReadOnlyList<ShopifyUserError> UserErrors);
