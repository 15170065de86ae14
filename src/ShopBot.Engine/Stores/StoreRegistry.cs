using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Finds, installs and changes stores, and opens their secrets. What is asked with every message comes through the cache; a change is seen
/// at once by whoever made it and by this process. Thread-safe.
/// </summary>
public sealed class StoreRegistry
{
    private const string VerifyTokens = "verify-token";
    private readonly IStoreDirectory _directory;
    private readonly IStoreCache _cache;
    private readonly ShopifyVault _vault;
    private readonly DataKeys _keys;
    private readonly LookupHasher _hasher;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<StoreId, (StoreSnapshot Snapshot, Store Store)> _opened = new();
    private readonly ConcurrentDictionary<StoreId, long> _written = new();

    internal StoreRegistry(
        IStoreDirectory directory, IStoreCache cache, ShopifyVault vault, DataKeys keys, LookupHasher hasher, TimeProvider time)
    {
        _directory = directory;
        _cache = cache;
        _vault = vault;
        _keys = keys;
        _hasher = hasher;
        _time = time;
    }

    /// <summary>Finds a store by id; null when there is none.</summary>
    public ValueTask<Store?> FindAsync(StoreId id, CancellationToken cancellationToken = default) => FindAsync(id, null, cancellationToken);

    /// <param name="id">The store.</param>
    /// <param name="justRead">Its record, when it was read from storage a moment ago: it is not read again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async ValueTask<Store?> FindAsync(StoreId id, StoreRecord? justRead, CancellationToken cancellationToken)
    {
        var snapshot = await _cache.FindAsync(id, ct => justRead is null ? ReadAsync(id, ct) : SnapshotAsync(justRead, ct), cancellationToken).ConfigureAwait(false);
        if (snapshot is not null && _written.TryGetValue(id, out var version) && snapshot.Record.Version < version)
        {
            // A read that was under way while this process wrote came late and put the old one back.
            await _cache.ForgetAsync(id, [], cancellationToken).ConfigureAwait(false);
            snapshot = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        }

        return Open(snapshot);
    }

    /// <summary>Finds a store by its permanent domain; null when there is none.</summary>
    public ValueTask<Store?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        FindByAsync(
            DomainAlias(shopDomain), ct => _directory.FindByShopDomainAsync(shopDomain, ct), record => record.ShopDomain == shopDomain, cancellationToken);

    /// <summary>Reads a store by its permanent domain from storage, past the cache, for a decision that must not rest on an old answer; null when there is none.</summary>
    public async ValueTask<Store?> ReadByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        await OpenAsync(await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds the switched-on store that holds a phone number id; null when there is none.</summary>
    public ValueTask<Store?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default) =>
        FindByAsync(
            NumberAlias(phoneNumberId),
            ct => _directory.FindByPhoneNumberIdAsync(phoneNumberId, ct),
            record => record.WhatsAppEnabled && record.PhoneNumberId == phoneNumberId,
            cancellationToken);

    /// <summary>Finds the switched-on stores of a WhatsApp Business Account.</summary>
    public async ValueTask<IReadOnlyList<Store>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        var records = await _directory.FindByWabaIdAsync(wabaId, cancellationToken).ConfigureAwait(false);
        var stores = new List<Store>(records.Count);
        foreach (var record in records)
            stores.Add((await OpenAsync(record, cancellationToken).ConfigureAwait(false))!);
        return stores;
    }

    /// <summary>Whether any store expects this verify token.</summary>
    public async ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken = default)
    {
        foreach (var hash in _hasher.HashAll(VerifyTokens, verifyToken))
        {
            if (await _directory.HasVerifyTokenAsync(hash, cancellationToken).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Records that a shop installed (or re-installed) the app. A known shop keeps its settings and gets the new tokens.
    /// </summary>
    public async Task<Store> InstallAsync(ShopInstallation installation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(installation);
        var (result, record) = await ChangeAsync(
            installation.ShopDomain,
            record => record with { ShopName = installation.ShopName ?? record.ShopName, Currency = installation.Currency ?? record.Currency },
            createMissing: true,
            cancellationToken).ConfigureAwait(false);
        if (result != SaveStoreResult.Saved || record is null)
            throw new InvalidOperationException("The store could not be saved.");
        if (installation.Credentials is { } credentials)
            await _vault.ReplaceAsync(record, credentials, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(record, cancellationToken).ConfigureAwait(false);
        return (await OpenAsync(record, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Records that the shop removed the app: its tokens are deleted and the bot is off. Settings stay for a re-installation.</summary>
    public async Task UninstallAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        if (await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } store)
            return;
        await _vault.ReplaceAsync(store, null, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(shopDomain, record => SwitchOff(record), createMissing: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Switches the bot on again when it was on as the shop removed the app; call it when the shop has installed the app again. It stays off when another store took the number meanwhile.
    /// </summary>
    /// <returns>Whether it was switched on.</returns>
    public async Task<bool> ResumeAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        if (await ReadByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { WhatsAppEnabled: false, WhatsApp.WasOn: true, PhoneNumberId: not null })
            return false;
        var (result, _) = await ChangeAsync(
            shopDomain,
            record => WhatsAppOf(record) is { WasOn: true } ? WithWasOn(record, false) with { WhatsAppEnabled = true } : record,
            createMissing: false,
            cancellationToken).ConfigureAwait(false);
        return result == SaveStoreResult.Saved;
    }

    /// <summary>
    /// Takes away what is stored about a shop that left for good: tokens, WhatsApp credentials, phone number, greeting and name. Nothing can be sent or
    /// received for it any more; what its customers wrote stays encrypted under its key.
    /// </summary>
    public async Task RedactAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        await UninstallAsync(shopDomain, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(
            shopDomain,
            record => record with
            {
                ShopName = null,
                WelcomeMessage = null,
                WhatsAppEnabled = false,
                PhoneNumberId = null,
                WabaId = null,
                VerifyTokenHash = null,
                WhatsAppCredentials = default,
            },
            createMissing: false,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the greeting.</summary>
    /// <param name="shopDomain">The shop.</param>
    /// <param name="welcome">At most 1,024 characters; empty for the default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False: there is no such store, or it was changed by somebody else again and again.</returns>
    public async Task<bool> ChangeWelcomeAsync(string shopDomain, string welcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(welcome.Length, 1024, nameof(welcome));
        var (result, _) = await ChangeAsync(
            shopDomain, record => record with { WelcomeMessage = welcome.Length > 0 ? welcome : null }, createMissing: false, cancellationToken).ConfigureAwait(false);
        return result == SaveStoreResult.Saved;
    }

    private StoreRecord SwitchOff(StoreRecord record) => record.WhatsAppEnabled ? WithWasOn(record, true) with { WhatsAppEnabled = false } : record;

    private StoreRecord WithWasOn(StoreRecord record, bool wasOn)
    {
        if (WhatsAppOf(record) is not { } known)
            return record;
        var changed = new WhatsAppCredentials { AccessToken = known.AccessToken, AppSecret = known.AppSecret, VerifyToken = known.VerifyToken, WasOn = wasOn };
        return record with { WhatsAppCredentials = Protect(record, changed, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp) };
    }

    private WhatsAppCredentials? WhatsAppOf(StoreRecord record) =>
        Unprotect(record, _keys.Open(record), record.WhatsAppCredentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp);

    internal Task<(SaveStoreResult Result, StoreRecord? Record)> SaveWhatsAppAsync(
        string shopDomain, WhatsAppSettings settings, WhatsAppCredentials? credentials, CancellationToken cancellationToken) =>
        ChangeAsync(
            shopDomain,
            record => record with
            {
                WhatsAppEnabled = settings.Enabled,
                PhoneNumberId = settings.PhoneNumberId,
                WabaId = settings.BusinessAccountId,
                WelcomeMessage = settings.WelcomeMessage,
                VerifyTokenHash = credentials?.VerifyToken is { Length: > 0 } token ? HashVerifyToken(token) : null,
                WhatsAppCredentials = credentials is null
                    ? default
                    : Protect(record, credentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp),
            },
            createMissing: false,
            cancellationToken);

    private async Task<(SaveStoreResult Result, StoreRecord? Record)> ChangeAsync(
        string shopDomain, Func<StoreRecord, StoreRecord> change, bool createMissing, CancellationToken cancellationToken)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            var current = await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false)
                ?? (createMissing ? NewRecord(shopDomain) : null);
            if (current is null)
                return (SaveStoreResult.Conflict, null);
            var changed = change(current) with { UpdatedAt = _time.GetUtcNow() };
            var result = await _directory.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
            if (result == SaveStoreResult.Saved)
                _written.AddOrUpdate(current.Id, current.Version + 1, (_, known) => Math.Max(known, current.Version + 1));
            await ForgetAsync(current, cancellationToken).ConfigureAwait(false);
            await ForgetAsync(changed, cancellationToken).ConfigureAwait(false);
            if (result == SaveStoreResult.Saved)
                return (result, changed with { Version = current.Version + 1 });
            if (result == SaveStoreResult.PhoneNumberTaken || attempt == attempts)
                return (result, null);
        }
    }

    private StoreRecord NewRecord(string shopDomain)
    {
        var now = _time.GetUtcNow();
        var id = StoreId.New(now);
        return new StoreRecord { Id = id, ShopDomain = shopDomain, WrappedDataKey = _keys.CreateWrapped(id), CreatedAt = now, UpdatedAt = now };
    }

    /// <summary>The alias only says where to look; whether the store still has that name is seen in the store itself.</summary>
    private async ValueTask<Store?> FindByAsync(
        string alias, Func<CancellationToken, ValueTask<StoreRecord?>> find, Func<StoreRecord, bool> isHolder, CancellationToken cancellationToken)
    {
        StoreRecord? read = null;
        var id = await _cache.FindIdAsync(alias, async ct => (read = await find(ct).ConfigureAwait(false))?.Id, cancellationToken).ConfigureAwait(false);
        if (id is not { } known)
            return null;
        if (await FindAsync(known, read, cancellationToken).ConfigureAwait(false) is { } store && isHolder(store.Record))
            return store;
        await _cache.ForgetAsync(known, [alias], cancellationToken).ConfigureAwait(false);
        return await OpenAsync(await find(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask ForgetAsync(StoreRecord record, CancellationToken cancellationToken)
    {
        _opened.TryRemove(record.Id, out _);
        await _cache.ForgetAsync(
            record.Id,
            record.PhoneNumberId is { } number ? [DomainAlias(record.ShopDomain), NumberAlias(number)] : [DomainAlias(record.ShopDomain)],
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<StoreSnapshot?> ReadAsync(StoreId id, CancellationToken cancellationToken) =>
        await SnapshotAsync(await _directory.FindAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async ValueTask<StoreSnapshot?> SnapshotAsync(StoreRecord? record, CancellationToken cancellationToken) =>
        record is null ? null : new StoreSnapshot(record, await _vault.ReadAsync(record.Id, cancellationToken).ConfigureAwait(false));

    private async ValueTask<Store?> OpenAsync(StoreRecord? record, CancellationToken cancellationToken) =>
        Open(await SnapshotAsync(record, cancellationToken).ConfigureAwait(false));

    /// <summary>Opens the secrets once for as long as the cache gives the same snapshot.</summary>
    private Store? Open(StoreSnapshot? snapshot)
    {
        if (snapshot is null)
            return null;
        var record = snapshot.Record;
        if (_opened.TryGetValue(record.Id, out var known) && ReferenceEquals(known.Snapshot, snapshot))
            return known.Store;
        var cipher = _keys.Open(record);
        var store = new Store(
            record,
            cipher,
            _vault.Open(record, snapshot.Shopify),
            Unprotect(record, cipher, record.WhatsAppCredentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp));
        _opened[record.Id] = (snapshot, store);
        return store;
    }

    /// <returns>True: its hash was one of an earlier look-up key.</returns>
    internal async Task<bool> RehashVerifyTokenAsync(StoreId id, CancellationToken cancellationToken)
    {
        var changed = false;
        var record = await StoreChange.ApplyAsync(
            _directory,
            token => _directory.FindAsync(id, token),
            record =>
            {
                changed = record.VerifyTokenHash is { } hash && !_hasher.IsCurrent(hash);
                if (!changed)
                    return record;
                var credentials = Unprotect(record, _keys.Open(record), record.WhatsAppCredentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp);
                return record with { VerifyTokenHash = credentials?.VerifyToken is { Length: > 0 } token ? HashVerifyToken(token) : null, UpdatedAt = _time.GetUtcNow() };
            },
            cancellationToken).ConfigureAwait(false);
        if (record is not null && changed)
            await ForgetAsync(record, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private static string DomainAlias(string shopDomain) => "domain:" + shopDomain;

    private static string NumberAlias(string phoneNumberId) => "number:" + phoneNumberId;

    private byte[] Protect<T>(StoreRecord record, T value, JsonTypeInfo<T> json, string column) =>
        _keys.Open(record).Protect(JsonSerializer.SerializeToUtf8Bytes(value, json), Places.Stores, column, record.Id.ToString());

    private static T? Unprotect<T>(StoreRecord record, StoreCipher cipher, ReadOnlyMemory<byte> value, JsonTypeInfo<T> json, string column)
        where T : class =>
        value.IsEmpty ? null : JsonSerializer.Deserialize(cipher.Unprotect(value.Span, Places.Stores, column, record.Id.ToString()), json);

    private string HashVerifyToken(string token) => _hasher.Hash(VerifyTokens, token);
}
