using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly Dictionary<StoreId, StoreRecord> _stores = [];

    public ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default) =>
        Run(() => _stores.GetValueOrDefault(id), cancellationToken);

    public ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        Run(() => _stores.Values.FirstOrDefault(store => store.ShopDomain == shopDomain), cancellationToken);

    public ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default) =>
        Run(() => _stores.Values.FirstOrDefault(store => store.WhatsAppEnabled && store.PhoneNumberId == phoneNumberId), cancellationToken);

    public ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<StoreRecord>>(
            () => [.. _stores.Values.Where(store => store.WhatsAppEnabled && store.WabaId == wabaId)], cancellationToken);

    public ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default) =>
        Run(() => _stores.Values.Any(store => store.VerifyTokenHash == verifyTokenHash), cancellationToken);

    public ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default) =>
        Run(() => Save(record), cancellationToken);

    private SaveStoreResult Save(StoreRecord record)
    {
        var others = _stores.Values.Where(store => store.Id != record.Id).ToList();
        if ((_stores.GetValueOrDefault(record.Id)?.Version ?? 0) != record.Version || others.Exists(store => store.ShopDomain == record.ShopDomain))
            return SaveStoreResult.Conflict;

        if (record is { WhatsAppEnabled: true, PhoneNumberId: { } number }
            && others.Exists(store => store.WhatsAppEnabled && store.PhoneNumberId == number))
        {
            return SaveStoreResult.PhoneNumberTaken;
        }

        _stores[record.Id] = record with { Version = record.Version + 1 };
        return SaveStoreResult.Saved;
    }
}
