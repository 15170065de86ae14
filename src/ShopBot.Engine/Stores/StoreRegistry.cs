using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Finds, installs and changes stores. Opens their secrets, keeps recently used ones in memory for <see cref="CacheTime"/>, and forgets
/// one at once when it is changed here. Thread-safe.
/// </summary>
public sealed class StoreRegistry
{
    /// <summary>How long another host's change may go unseen.</summary>
    internal static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(5);

    private readonly IStoreDirectory _directory;
    private readonly ShopifyVault _vault;
    private readonly DataKeys _keys;
    private readonly LookupHasher _hasher;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Store? Store)> _byNumber = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<StoreId, (DateTimeOffset Until, Store? Store)> _byId = new();

    internal StoreRegistry(IStoreDirectory directory, ShopifyVault vault, DataKeys keys, LookupHasher hasher, TimeProvider time)
    {
        _directory = directory;
        _vault = vault;
        _keys = keys;
        _hasher = hasher;
        _time = time;
    }

    /// <summary>Finds a store by id; null when there is none.</summary>
    public async ValueTask<Store?> FindAsync(StoreId id, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        if (_byId.TryGetValue(id, out var known) && known.Until > now)
            return known.Store;
        var store = await OpenAsync(await _directory.FindAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        _byId[id] = (now + CacheTime, store);
        return store;
    }

    /// <summary>Finds a store by its permanent domain, always freshly read; null when there is none.</summary>
    public async ValueTask<Store?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        await OpenAsync(await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds the switched-on store that holds a phone number id; null when there is none.</summary>
    public async ValueTask<Store?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        if (_byNumber.TryGetValue(phoneNumberId, out var known) && known.Until > now)
            return known.Store;
        var store = await OpenAsync(await _directory.FindByPhoneNumberIdAsync(phoneNumberId, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (store is not null)
            _byNumber[phoneNumberId] = (now + CacheTime, store);
        return store;
    }

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
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken = default) =>
        _directory.HasVerifyTokenAsync(HashVerifyToken(verifyToken), cancellationToken);

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
        Forget(record);
        return (await OpenAsync(record, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Records that the shop removed the app: its tokens are deleted and the bot is off. Settings stay for a re-installation.</summary>
    public async Task UninstallAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        if (await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } store)
            return;
        await _vault.ReplaceAsync(store, null, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(shopDomain, record => record with { WhatsAppEnabled = false }, createMissing: false, cancellationToken).ConfigureAwait(false);
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
            Forget(current);
            Forget(changed);
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

    private void Forget(StoreRecord record)
    {
        _byId.TryRemove(record.Id, out _);
        if (record.PhoneNumberId is { } number)
            _byNumber.TryRemove(number, out _);
    }

    private async ValueTask<Store?> OpenAsync(StoreRecord? record, CancellationToken cancellationToken)
    {
        if (record is null)
            return null;
        var cipher = _keys.Open(record);
        return new Store(
            record,
            cipher,
            await _vault.OpenAsync(record, cancellationToken).ConfigureAwait(false),
            Unprotect(record, cipher, record.WhatsAppCredentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp));
    }

    private byte[] Protect<T>(StoreRecord record, T value, JsonTypeInfo<T> json, string column) =>
        _keys.Open(record).Protect(JsonSerializer.SerializeToUtf8Bytes(value, json), Places.Stores, column, record.Id.ToString());

    private static T? Unprotect<T>(StoreRecord record, StoreCipher cipher, ReadOnlyMemory<byte> value, JsonTypeInfo<T> json, string column)
        where T : class =>
        value.IsEmpty ? null : JsonSerializer.Deserialize(cipher.Unprotect(value.Span, Places.Stores, column, record.Id.ToString()), json);

    private string HashVerifyToken(string token) => _hasher.Hash("verify-token", token);
}
