using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly Dictionary<(StoreId Store, string Name), CredentialRecord> _credentials = [];

    public ValueTask<CredentialRecord?> FindAsync(StoreId store, string name, CancellationToken cancellationToken = default) =>
        Run(() => _credentials.GetValueOrDefault((store, name)), cancellationToken);

    public ValueTask<bool> SaveAsync(CredentialRecord record, CancellationToken cancellationToken = default) =>
        Run(() => Save(record), cancellationToken);

    public ValueTask<CredentialRecord?> ClaimAsync(
        StoreId store, string name, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Run(() => Claim((store, name), until, now), cancellationToken);

    public ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
        string name, DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<StoreId>>(
            () =>
            [
                .. _credentials.Values
                    .Where(record => record.Name == name && record.DueAt < before && (after is not { } last || record.Store.Value.CompareTo(last.Value) > 0))
                    .Select(record => record.Store)
                    .OrderBy(store => store.Value)
                    .Take(maxItems),
            ],
            cancellationToken);

    private bool Save(CredentialRecord record)
    {
        var key = (record.Store, record.Name);
        if ((_credentials.GetValueOrDefault(key)?.Version ?? 0) != record.Version)
            return false;
        _credentials[key] = record with { Version = record.Version + 1, ClaimedUntil = null };
        return true;
    }

    private CredentialRecord? Claim((StoreId, string) key, DateTimeOffset until, DateTimeOffset now)
    {
        if (!_credentials.TryGetValue(key, out var record) || record.ClaimedUntil > now)
            return null;
        return _credentials[key] = record with { Version = record.Version + 1, ClaimedUntil = until };
    }
}
