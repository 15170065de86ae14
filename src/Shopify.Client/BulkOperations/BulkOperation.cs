namespace Shopify.Client;

/// <summary>A query or mutation that Shopify runs over everything in the background.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/BulkOperation"/>
public sealed record BulkOperation
{
    /// <summary>The GID, <c>gid://shopify/BulkOperation/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it reads or changes.</summary>
    public BulkOperationType Type { get; init; }

    /// <summary>How far it is.</summary>
    public BulkOperationStatus Status { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public BulkOperationErrorCode? ErrorCode { get; init; }

    /// <summary>The text it runs; empty when not told.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>When it was accepted; null when not told.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How many objects it has written so far, or in all when it ended.</summary>
    public long ObjectCount { get; init; }

    /// <summary>How many of them have no parent.</summary>
    public long RootObjectCount { get; init; }

    /// <summary>The file's length in bytes; null while there is none.</summary>
    public long? FileSize { get; init; }

    /// <summary>Where the file is, for seven days; null while there is none, and when there is nothing in it. Whoever knows it can read it: a secret.</summary>
    public string? Url { get; init; }

    /// <summary>Where the part is that was written before it failed; null when there is none. A secret like <see cref="Url"/>.</summary>
    public string? PartialDataUrl { get; init; }

    /// <summary>Leaves the addresses out.</summary>
    public override string ToString() => $"BulkOperation {{ Id = {Id}, Status = {Status}, ObjectCount = {ObjectCount} }}";
}
