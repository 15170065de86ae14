using Microsoft.AspNetCore.DataProtection.KeyManagement;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>
/// Renews keys. Every step may be cut off and repeated, and may run beside hosts that are at work, unless said otherwise.
/// </summary>
public sealed class KeyRotation
{
    /// <summary>How long hosts may work with settings of a store, or finish a turn with them, that were changed meanwhile.</summary>
    public static TimeSpan DefaultSettle { get; } = TimeSpan.FromMinutes(2);

    private readonly IKeyManager _ring;
    private readonly RingLocks _locks;
    private readonly IStoreDirectory _directory;
    private readonly DataKeys _keys;
    private readonly DataKeyRenewal _dataKeys;
    private readonly LookupKeyRenewal _lookupKeys;
    private readonly TimeProvider _time;

    internal KeyRotation(
        IKeyManager ring, RingLocks locks, IStoreDirectory directory, DataKeys keys, DataKeyRenewal dataKeys, LookupKeyRenewal lookupKeys, TimeProvider time)
    {
        _ring = ring;
        _locks = locks;
        _directory = directory;
        _keys = keys;
        _dataKeys = dataKeys;
        _lookupKeys = lookupKeys;
        _time = time;
    }

    /// <summary>Adds a key to the ring, valid from now on. Hosts at work use it within a day.</summary>
    public void RenewRing()
    {
        var now = _time.GetUtcNow();
        _ring.CreateNewKey(now, now + TimeSpan.FromDays(90));
    }

    /// <summary>
    /// Locks every key of the ring with the protection key that is configured now, also those that were stored open or are locked with an earlier one; afterwards the earlier one is not needed
    /// any more. Hosts that know only the earlier one cannot start again.
    /// </summary>
    /// <returns>How many keys of the ring were locked.</returns>
    /// <exception cref="InvalidOperationException">No protection key is configured, or a key is locked by a certificate.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">No configured key opens a key of the ring.</exception>
    public int RelockRing() => _locks.RelockAll();

    /// <summary>Wraps a store's data key by the newest key of the ring.</summary>
    /// <param name="shopDomain">The store's permanent domain, lower case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False: there is no such store.</returns>
    /// <exception cref="InvalidOperationException">The store was written by others again and again meanwhile.</exception>
    public async Task<bool> RewrapAsync(string shopDomain, CancellationToken cancellationToken = default) => await StoreChange.ApplyAsync(
        _directory, token => _directory.FindByShopDomainAsync(shopDomain, token), record => record with { WrappedDataKey = _keys.Rewrap(record), UpdatedAt = _time.GetUtcNow() },
        cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>
    /// Gives a store another data key and encrypts everything of it anew; the old key is gone afterwards. Takes twice <paramref name="settle"/> and the time to read the store's rows. Buttons that
    /// customers got before are answered like old ones.
    /// </summary>
    /// <param name="shopDomain">The store's permanent domain, lower case.</param>
    /// <param name="settle">How long to wait until every host has learned of a change; <see cref="DefaultSettle"/>, or zero when no host runs.</param>
    /// <param name="cancellationToken">Cuts it off; repeat it to go on.</param>
    /// <returns>How many values were encrypted anew; null when there is no such store.</returns>
    /// <exception cref="InvalidOperationException">The store was written by others again and again meanwhile, or the storage provider cannot change rows.</exception>
    public Task<ReencryptionReport?> RenewDataKeyAsync(string shopDomain, TimeSpan settle, CancellationToken cancellationToken = default) =>
        _dataKeys.RunAsync(shopDomain, settle, cancellationToken);

    /// <summary>
    /// Adds a look-up key that makes the hashes of what happens from a time on. What is stored under the one before is found as before, until <see cref="RehashAsync"/> and
    /// <see cref="RetireLookupKeysAsync"/> have run.
    /// </summary>
    /// <param name="notice">After how long; hosts at work read the keys every five minutes, so a quarter of an hour, or zero when no host runs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>From when on it is used.</returns>
    public Task<DateTimeOffset> RenewLookupKeyAsync(TimeSpan notice, CancellationToken cancellationToken = default) => _lookupKeys.RenewAsync(notice, cancellationToken);

    /// <summary>Puts the names of customers and the verify tokens of all stores under hashes of the newest look-up key.</summary>
    /// <param name="cancellationToken">Cuts it off; repeat it to go on.</param>
    /// <returns>How many hashes were replaced.</returns>
    /// <exception cref="InvalidOperationException">The newest key is not used yet, or the storage provider cannot change rows.</exception>
    public Task<long> RehashAsync(CancellationToken cancellationToken = default) => _lookupKeys.RehashAsync(cancellationToken);

    /// <summary>
    /// Ends the look-up keys before the newest one: replaces what hashes of them are left, and removes them. Event keys cannot be hashed anew; they end by themselves after
    /// <see cref="ShopBotOptions.Retention"/>, which is how long to wait.
    /// </summary>
    /// <param name="cancellationToken">Cuts it off; repeat it to go on.</param>
    /// <returns>How many keys were removed.</returns>
    /// <exception cref="InvalidOperationException">It is too early.</exception>
    public Task<int> RetireLookupKeysAsync(CancellationToken cancellationToken = default) => _lookupKeys.RetireAsync(cancellationToken);
}
