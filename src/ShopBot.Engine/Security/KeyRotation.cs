using Microsoft.AspNetCore.DataProtection.KeyManagement;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>
/// Renews keys. The data-protection ring gets a new key, which locks with what is configured now, and the data key of every store given is wrapped
/// again by it. Safe to repeat, and may run beside hosts that are at work.
/// </summary>
public sealed class KeyRotation
{
    private readonly IKeyManager _ring;
    private readonly IStoreDirectory _directory;
    private readonly DataKeys _keys;
    private readonly TimeProvider _time;

    internal KeyRotation(IKeyManager ring, IStoreDirectory directory, DataKeys keys, TimeProvider time)
    {
        _ring = ring;
        _directory = directory;
        _keys = keys;
        _time = time;
    }

    /// <summary>Adds a key to the ring, valid from now on. Hosts at work use it within a day.</summary>
    public void RenewRing()
    {
        var now = _time.GetUtcNow();
        _ring.CreateNewKey(now, now + TimeSpan.FromDays(90));
    }

    /// <summary>Wraps a store's data key by the newest key of the ring.</summary>
    /// <param name="shopDomain">The store's permanent domain, lower case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False: there is no such store.</returns>
    /// <exception cref="InvalidOperationException">The store was written by others again and again meanwhile.</exception>
    public async Task<bool> RewrapAsync(string shopDomain, CancellationToken cancellationToken = default)
    {
        const int attempts = 5;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if (await _directory.FindByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false) is not { } record)
                return false;
            var changed = record with { WrappedDataKey = _keys.Rewrap(record), UpdatedAt = _time.GetUtcNow() };
            if (await _directory.SaveAsync(changed, cancellationToken).ConfigureAwait(false) == SaveStoreResult.Saved)
                return true;
        }

        throw new InvalidOperationException("The store was changed by others again and again; try once more.");
    }
}
