using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>One secret of a store as storage keeps it.</summary>
public sealed record CredentialRecord
{
    /// <summary>The store.</summary>
    public required StoreId Store { get; init; }

    /// <summary>What secret it is, such as <c>shopify</c>; 1 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The secret, encrypted; empty when it was taken back.</summary>
    public ReadOnlyMemory<byte> Value { get; init; }

    /// <summary>When somebody has to look after it; null for never. Kept to the millisecond.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until when a process has claimed it; null without a claim. Set by storage.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Rises by one with every write and every claim; 0 before the first.</summary>
    public long Version { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"CredentialRecord {{ Store = {Store}, Name = {Name}, Version = {Version} }}";
}
