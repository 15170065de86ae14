namespace ShopBot.Engine.Storage;

/// <summary>Where keys live, each wrapped by another key before it comes here. May be called concurrently.</summary>
public interface IKeyStore
{
    /// <summary>The wrapped look-up keys by version.</summary>
    ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a look-up key unless that version exists; returns the one that is stored.</summary>
    ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default);

    /// <summary>Removes a look-up key. Nothing happens when it is not there.</summary>
    ValueTask RemoveLookupKeyAsync(int version, CancellationToken cancellationToken = default);

    /// <summary>The data-protection key ring, as XML elements.</summary>
    IReadOnlyList<string> LoadKeyRing();

    /// <summary>Adds an element to the data-protection key ring.</summary>
    void AddToKeyRing(string name, string xml);

    /// <summary>Puts another form of an element in its place.</summary>
    /// <param name="before">The element as it was read.</param>
    /// <param name="after">The element as it is to be.</param>
    /// <returns>False: it is not there, or was changed meanwhile.</returns>
    bool ReplaceInKeyRing(string before, string after);
}
