using System.Text.Json;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Keeps the Shopify tokens of stores, encrypted under each store's key, so that several processes can renew them without losing one: every
/// write names the version it is based on, and a claim keeps the others away for a time. Always freshly read. Thread-safe.
/// </summary>
public sealed class ShopifyVault
{
    private const string Name = "shopify";
    private readonly IStoreDirectory _directory;
    private readonly ICredentialStore _credentials;
    private readonly IStoreCache _cache;
    private readonly DataKeys _keys;
    private readonly TimeProvider _time;

    internal ShopifyVault(IStoreDirectory directory, ICredentialStore credentials, IStoreCache cache, DataKeys keys, TimeProvider time)
    {
        _directory = directory;
        _credentials = credentials;
        _cache = cache;
        _keys = keys;
        _time = time;
    }

    /// <summary>Reads the tokens of a shop.</summary>
    /// <param name="shopDomain">The permanent domain, lower case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens, with version 0 when none were ever written; null when no such store exists.</returns>
    public async ValueTask<StoredShopifyCredentials?> FindAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        if (await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } store)
            return null;
        return OpenStored(store, await _credentials.FindAsync(store.Id, Name, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Claims the tokens of a shop for renewal. The claim ends with the next save, or by itself.</summary>
    /// <param name="shopDomain">The permanent domain, lower case.</param>
    /// <param name="lease">How long the claim holds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens as they are now, with the version that only the claimer can save; null when another process holds them or there are none.</returns>
    public async ValueTask<StoredShopifyCredentials?> ClaimAsync(string shopDomain, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        if (await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } store)
            return null;
        var now = _time.GetUtcNow();
        var claimed = await _credentials.ClaimAsync(store.Id, Name, now + lease, now, cancellationToken).ConfigureAwait(false);
        return claimed is null ? null : OpenStored(store, claimed);
    }

    /// <summary>Writes tokens when nobody wrote or claimed since they were read.</summary>
    /// <param name="stored">The tokens and the version they are based on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody did; nothing is changed then.</returns>
    public async ValueTask<bool> SaveAsync(StoredShopifyCredentials stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (await _directory.FindAsync(stored.Store, cancellationToken).ConfigureAwait(false) is not { } store)
            return false;
        var record = new CredentialRecord
        {
            Store = stored.Store,
            Name = Name,
            Value = stored.Credentials is { } credentials ? Protect(store, credentials) : default,
            DueAt = DueAt(stored.Credentials),
            Version = stored.Version,
        };
        var saved = await _credentials.SaveAsync(record, cancellationToken).ConfigureAwait(false);
        if (saved)
            await _cache.ForgetAsync(store.Id, [], cancellationToken).ConfigureAwait(false);
        return saved;
    }

    /// <summary>Lists stores whose tokens lapse before a time unless they are renewed, and stores whose tokens never expire. Ordered by store.</summary>
    /// <param name="before">Only tokens that lapse earlier.</param>
    /// <param name="after">The last store of the page before; null for the first page.</param>
    /// <param name="maxItems">At most this many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
        DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        _credentials.FindDueAsync(Name, before, after, maxItems, cancellationToken);

    internal ValueTask<CredentialRecord?> ReadAsync(StoreId store, CancellationToken cancellationToken) =>
        _credentials.FindAsync(store, Name, cancellationToken);

    internal ShopifyCredentials? Open(StoreRecord store, CredentialRecord? record) => OpenStored(store, record).Credentials;

    /// <summary>Writes whatever stands there: a merchant's own act outranks a renewal under way, whose save is refused then.</summary>
    internal async ValueTask ReplaceAsync(StoreRecord store, ShopifyCredentials? credentials, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var stored = OpenStored(store, await _credentials.FindAsync(store.Id, Name, cancellationToken).ConfigureAwait(false));
            if (credentials is null && stored.Credentials is null)
                return;
            if (await SaveAsync(stored.With(credentials), cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private StoredShopifyCredentials OpenStored(StoreRecord store, CredentialRecord? record) => new()
    {
        Store = store.Id,
        ShopDomain = store.ShopDomain,
        Credentials = record is null || record.Value.IsEmpty
            ? null
            : JsonSerializer.Deserialize(
                _keys.Open(store).Unprotect(record.Value.Span, Places.Stores, Places.Shopify, store.Id.ToString()), StoreJson.Default.ShopifyCredentials),
        ClaimedUntil = record?.ClaimedUntil,
        Version = record?.Version ?? 0,
    };

    private byte[] Protect(StoreRecord store, ShopifyCredentials credentials) =>
        _keys.Open(store).Protect(
            JsonSerializer.SerializeToUtf8Bytes(credentials, StoreJson.Default.ShopifyCredentials), Places.Stores, Places.Shopify, store.Id.ToString());

    private static DateTimeOffset? DueAt(ShopifyCredentials? credentials) => credentials switch
    {
        null or { NeedsReauthorization: true } => null,
        { RefreshToken: not null } => credentials.RefreshTokenExpiresAt ?? credentials.GrantedAt,
        { ExpiresAt: null } => credentials.GrantedAt,
        _ => null,
    };
}
