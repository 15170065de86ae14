using Shopify.Emulator.Graph;

namespace Shopify.Emulator.BulkOperations;

/// <summary>A bulk query and how far it is.</summary>
internal sealed record BulkOperation(long Id, string Query, string Key, DateTimeOffset CreatedAt)
{
    public string Gid => Graph.Gid.Of("BulkOperation", Id);

    public string Status { get; init; } = "CREATED";

    public string? ErrorCode { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public int ObjectCount { get; init; }

    public int RootObjectCount { get; init; }

    public byte[]? File { get; init; }

    public bool IsOpen => Status is "CREATED" or "RUNNING" or "CANCELING";
}
