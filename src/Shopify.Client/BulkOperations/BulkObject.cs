using System.Text.Json;

namespace Shopify.Client;

/// <summary>An object of a bulk operation's file with the objects below it.</summary>
public sealed record BulkObject
{
    /// <summary>The object as Shopify wrote it, with <c>__parentId</c> when it has a parent.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>Its GID; null when the query did not ask for it.</summary>
    public string? Id { get; init; }

    /// <summary>The GID of what it belongs to; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>What belongs to it, in the file's order.</summary>
    public IReadOnlyList<BulkObject> Children { get; init; } = [];

    /// <summary>Where the file goes on behind it and its children, in bytes: give it to <see cref="ShopifyAdmin.ReadBulkFileAsync"/> to resume. 0 for a child.</summary>
    public long NextOffset { get; init; }
}
