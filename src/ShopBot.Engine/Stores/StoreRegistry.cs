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
    private readonly DataKeys _keys;
    private readonly LookupHasher _hasher;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, Store? Store)> _byNumber = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<StoreId, (DateTimeOffset Until, Store? Store)> _byId = new();

    internal StoreRegistry(IStoreDirectory directory, DataKeys keys, LookupHasher hasher, TimeProvider time)
    {
        _directory = directory;
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
        var store = Open(await _directory.FindAsync(id, cancellationToken).ConfigureAwait(false));
        _byId[id] = (now + CacheTime, store);
        return store;
    }

    /// <summary>Finds a store by its permanent domain, always freshly read; null when there is none.</summary>
    public async ValueTask<Store?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        Open(await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds the switched-on store that holds a phone number id; null when there is none.</summary>
    public async ValueTask<Store?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        if (_byNumber.TryGetValue(phoneNumberId, out var known) && known.Until > now)
            return known.Store;
        var store = Open(await _directory.FindByPhoneNumberIdAsync(phoneNumberId, cancellationToken).ConfigureAwait(false));
        if (store is not null)
            _byNumber[phoneNumberId] = (now + CacheTime, store);
        return store;
    }

    /// <summary>Finds the switched-on stores of a WhatsApp Business Account.</summary>
    public async ValueTask<IReadOnlyList<Store>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        var records = await _directory.FindByWabaIdAsync(wabaId, cancellationToken).ConfigureAwait(false);
        return [.. records.Select(record => Open(record)!)];
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
        return await ChangeAsync(
            installation.ShopDomain,
            record => record with
            {
                ShopName = installation.ShopName ?? record.ShopName,
                Currency = installation.Currency ?? record.Currency,
                ShopifyCredentials = Protect(record, installation.Credentials, StoreJson.Default.ShopifyCredentials, Places.Shopify),
            },
            createMissing: true,
            cancellationToken).ConfigureAwait(false) is (SaveStoreResult.Saved, { } store)
            ? store
            : throw new InvalidOperationException("The store could not be saved.");
    }

    /// <summary>
    /// Replaces the Shopify tokens, unless somebody else did since <paramref name="store"/> was read.
    /// </summary>
    /// <returns>The store as it is now: with these tokens, or with those the other one wrote.</returns>
    public async Task<Store?> ReplaceShopifyCredentialsAsync(Store store, ShopifyCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        const int attempts = 5;
        var based = store;
        for (var attempt = 1; ; attempt++)
        {
            var record = based.Record with
            {
                ShopifyCredentials = Protect(based.Record, credentials, StoreJson.Default.ShopifyCredentials, Places.Shopify),
                UpdatedAt = _time.GetUtcNow(),
            };
            var result = await _directory.SaveAsync(record, cancellationToken).ConfigureAwait(false);
            Forget(record);
            var current = await FindByShopDomainAsync(record.ShopDomain, cancellationToken).ConfigureAwait(false);

            // Another part of the record may have changed meanwhile, such as a setting: that must not cost the new tokens.
            if (result == SaveStoreResult.Saved || attempt == attempts || current?.Shopify?.AccessToken != store.Shopify?.AccessToken || current?.Shopify is null)
                return current;
            based = current;
        }
    }

    /// <summary>Records that the shop removed the app: its tokens are deleted and the bot is off. Settings stay for a re-installation.</summary>
    public async Task UninstallAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        await ChangeAsync(
            shopDomain,
            record => record with { ShopifyCredentials = default, WhatsAppEnabled = false },
            createMissing: false,
            cancellationToken).ConfigureAwait(false);

    internal Task<(SaveStoreResult Result, Store? Store)> SaveWhatsAppAsync(
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

    private async Task<(SaveStoreResult Result, Store? Store)> ChangeAsync(
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
                return (result, Open(changed with { Version = current.Version + 1 }));
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

    private Store? Open(StoreRecord? record)
    {
        if (record is null)
            return null;
        var cipher = _keys.Open(record);
        return new Store(
            record,
            cipher,
            Unprotect(record, cipher, record.ShopifyCredentials, StoreJson.Default.ShopifyCredentials, Places.Shopify),
            Unprotect(record, cipher, record.WhatsAppCredentials, StoreJson.Default.WhatsAppCredentials, Places.WhatsApp));
    }

    private byte[] Protect<T>(StoreRecord record, T value, JsonTypeInfo<T> json, string column) =>
        _keys.Open(record).Protect(JsonSerializer.SerializeToUtf8Bytes(value, json), Places.Stores, column, record.Id.ToString());

    private static T? Unprotect<T>(StoreRecord record, StoreCipher cipher, ReadOnlyMemory<byte> value, JsonTypeInfo<T> json, string column)
        where T : class =>
        value.IsEmpty ? null : JsonSerializer.Deserialize(cipher.Unprotect(value.Span, Places.Stores, column, record.Id.ToString()), json);

    private string HashVerifyToken(string token) => _hasher.Hash("verify-token", token);
}
