namespace ShopBot.Engine.Storage;

/// <summary>Where keys live, each wrapped by another key before it comes here. May be called concurrently.</summary>
public interface IKeyStore
{
    /// <summary>The wrapped look-up keys by version.</summary>
    ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a look-up key unless that version exists; returns the one that is stored.</summary>
    ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default);

    /// <summary>The data-protection key ring, as XML elements.</summary>
    IReadOnlyList<string> LoadKeyRing();

    /// <summary>Adds an element to the data-protection key ring.</summary>
    void AddToKeyRing(string name, string xml);
}
