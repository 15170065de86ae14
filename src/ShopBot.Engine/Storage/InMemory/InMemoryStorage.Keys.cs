namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly Dictionary<int, byte[]> _lookupKeys = [];
    private readonly List<string> _keyRing = [];

    public ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default) =>
        Run<IReadOnlyDictionary<int, byte[]>>(() => new Dictionary<int, byte[]>(_lookupKeys), cancellationToken);

    public ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default) =>
        Run(
            () =>
            {
                _lookupKeys.TryAdd(version, wrappedKey.ToArray());
                return _lookupKeys[version];
            },
            cancellationToken);

    public ValueTask RemoveLookupKeyAsync(int version, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _lookupKeys.Remove(version);
        }

        return ValueTask.CompletedTask;
    }

    public bool ReplaceInKeyRing(string before, string after)
    {
        lock (_lock)
        {
            var index = _keyRing.IndexOf(before);
            if (index >= 0)
                _keyRing[index] = after;
            return index >= 0;
        }
    }

    public IReadOnlyList<string> LoadKeyRing()
    {
        lock (_lock)
        {
            return [.. _keyRing];
        }
    }

    public void AddToKeyRing(string name, string xml)
    {
        lock (_lock)
        {
            _keyRing.Add(xml);
        }
    }
}
