namespace ShopBot.Engine.Security;

/// <summary>
/// The data key of a store; while it is renewed, the one that values are written with and the other one that they may still, or already, be written with elsewhere.
/// Stored form: 32 bytes of the only key, or a byte that says how far the renewal is, the old key and the new one.
/// </summary>
internal sealed record DataKeySet(byte[] Writing, byte[]? AlsoReading = null, DataKeyStage Stage = DataKeyStage.Single)
{
    private const int Size = 32;

    /// <summary>Every host learns of a new key before anybody writes with it.</summary>
    public DataKeySet Announce(byte[] next) => new(Writing, next, DataKeyStage.Announced);

    public DataKeySet Switch() => new(AlsoReading!, Writing, DataKeyStage.Switched);

    public DataKeySet Finish() => new(Writing);

    public byte[] ToBytes() => Stage switch
    {
        DataKeyStage.Announced => [(byte)Stage, .. Writing, .. AlsoReading!],
        DataKeyStage.Switched => [(byte)Stage, .. AlsoReading!, .. Writing],
        _ => Writing,
    };

    public static DataKeySet Read(byte[] bytes) => bytes.Length == Size ? new DataKeySet(bytes) : (DataKeyStage)bytes[0] switch
    {
        DataKeyStage.Announced => new DataKeySet(bytes[1..(Size + 1)], bytes[(Size + 1)..], DataKeyStage.Announced),
        DataKeyStage.Switched => new DataKeySet(bytes[(Size + 1)..], bytes[1..(Size + 1)], DataKeyStage.Switched),
        _ => throw new InvalidOperationException("A store's data key is in a form that only a newer version knows."),
    };
}

/// <summary>How far the renewal of a data key is.</summary>
internal enum DataKeyStage : byte
{
    /// <summary>There is one key.</summary>
    Single = 0,

    /// <summary>The new key opens values; the old one still writes them.</summary>
    Announced = 1,

    /// <summary>The new key writes; the old one still opens.</summary>
    Switched = 2,
}
