namespace Shopify.Client;

/// <summary>A place in Shopify's storage for the variables of a bulk mutation.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/StagedMediaUploadTarget"/>
public sealed record BulkUpload
{
    /// <summary>Where the form is posted to.</summary>
    public required string Url { get; init; }

    /// <summary>The form's fields before the file, in this order. They let whoever has them upload: a secret.</summary>
    public required IReadOnlyList<BulkUploadField> Parameters { get; init; }

    /// <summary>How the place is named when the mutation is started; null when the answer had none.</summary>
    public string? Path => Parameters.FirstOrDefault(static entry => entry.Name == "key")?.Value;

    /// <summary>Says nothing that must stay secret.</summary>
    public override string ToString() => nameof(BulkUpload);
}
