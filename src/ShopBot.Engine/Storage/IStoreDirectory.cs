using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>
/// The stores that installed the bot. Reads see the last committed write. Writes carry the version they are based on.
/// All members may be called concurrently.
/// </summary>
public interface IStoreDirectory
{
    /// <summary>Finds a store by its id; null when there is none.</summary>
    ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default);

    /// <summary>Finds a store by its permanent shop domain (lower case); null when there is none.</summary>
    ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default);

    /// <summary>Finds the one switched-on store that holds a phone number id; null when there is none.</summary>
    ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default);

    /// <summary>Finds the switched-on stores of a WhatsApp Business Account.</summary>
    ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default);

    /// <summary>Whether any store expects this verify token, given by its keyed hash.</summary>
    ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a store when its <see cref="StoreRecord.Version"/> is still the stored one (0: must not exist yet).
    /// Refused when another switched-on store holds its phone number id; nothing is changed then.
    /// </summary>
    ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default);
}

/// <summary>What became of a write.</summary>
public enum SaveStoreResult
{
    /// <summary>Written; the stored version is one higher.</summary>
    Saved,

    /// <summary>Somebody else wrote first (or the shop domain is taken): read again.</summary>
    Conflict,

    /// <summary>Another switched-on store holds this phone number id.</summary>
    PhoneNumberTaken,
}
