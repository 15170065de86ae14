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
