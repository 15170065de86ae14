namespace ShopBot.Engine.Storage.Transfer;

/// <summary>What a column of a <see cref="StoredTable"/> holds. Every kind may be null.</summary>
public enum StoredKind
{
    /// <summary>A <see cref="Guid"/>.</summary>
    Id,

    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Number,

    /// <summary>A <see cref="bool"/>.</summary>
    Flag,

    /// <summary>A <see cref="DateTimeOffset"/> in UTC, in whole milliseconds.</summary>
    Time,

    /// <summary>An array of <see cref="byte"/>, most often ciphertext.</summary>
    Bytes,
}
