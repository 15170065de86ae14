using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>How far the reading of a store's whole catalogue is.</summary>
public sealed record ExportRecord
{
    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>What the reader needs to go on; no secret and nothing of a person.</summary>
    public ReadOnlyMemory<byte> Progress { get; init; }

    /// <summary>When somebody has to go on. Kept to the millisecond.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Rises by one with every write; 0 before the first.</summary>
    public long Version { get; init; }
}
