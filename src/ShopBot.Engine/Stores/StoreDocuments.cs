using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Small documents of a store under a name, such as the settings of a part of the bot: encrypted under the store's key, written only over the version they are based on.
/// Thread-safe.
/// </summary>
public sealed class StoreDocuments
{
    /// <summary>How long another host's change may go unseen.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly StoreRegistry _stores;
    private readonly ICredentialStore _records;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(StoreId Store, string Name), (DateTimeOffset Until, object? Value)> _known = new();

    internal StoreDocuments(StoreRegistry stores, ICredentialStore records, TimeProvider time)
    {
        _stores = stores;
        _records = records;
        _time = time;
    }

    /// <summary>The content, up to five seconds old; null when it was never written or the store does not exist. For what is asked with every message.</summary>
    /// <typeparam name="T">What it holds; immutable, for callers share it.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="name">1 to 48 characters.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<T?> FindAsync<T>(StoreId store, string name, JsonTypeInfo<T> json, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var now = _time.GetUtcNow();
        if (_known.TryGetValue((store, name), out var known) && known.Until > now && known.Value is null or T)
            return (T?)known.Value;
        var read = await ReadAsync(store, name, json, cancellationToken).ConfigureAwait(false);
        _known[(store, name)] = (now + Lifetime, read.Value);
        return read.Value;
    }

    /// <summary>The content and its version as they are stored now: what a save is based on.</summary>
    /// <inheritdoc cref="FindAsync{T}" />
    public async ValueTask<StoreDocument<T>> ReadAsync<T>(StoreId store, string name, JsonTypeInfo<T> json, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(json);
        if (await _stores.FindAsync(store, cancellationToken).ConfigureAwait(false) is not { } found)
            return default;
        var record = await _records.FindAsync(store, RecordName(name), cancellationToken).ConfigureAwait(false);
        return record is null or { Value.IsEmpty: true }
            ? new StoreDocument<T>(null, record?.Version ?? 0)
            : new StoreDocument<T>(JsonSerializer.Deserialize(found.Cipher.Unprotect(record.Value.Span, Places.Stores, Column(name), store.ToString()), json), record.Version);
    }

    /// <summary>Writes the content when nobody wrote since it was read.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="store">The store; must exist.</param>
    /// <param name="name">1 to 48 characters.</param>
    /// <param name="document">The content and the version it is based on.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody did, or the store does not exist; nothing is changed then.</returns>
    public async ValueTask<bool> SaveAsync<T>(StoreId store, string name, StoreDocument<T> document, JsonTypeInfo<T> json, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 48, nameof(name));
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(document.Value, nameof(document));
        if (await _stores.FindAsync(store, cancellationToken).ConfigureAwait(false) is not { } found)
            return false;
        var record = new CredentialRecord
        {
            Store = store,
            Name = RecordName(name),
            Value = found.Cipher.Protect(JsonSerializer.SerializeToUtf8Bytes(document.Value, json), Places.Stores, Column(name), store.ToString()),
            Version = document.Version,
        };
        var saved = await _records.SaveAsync(record, cancellationToken).ConfigureAwait(false);
        _known.TryRemove((store, name), out _);
        return saved;
    }

    private static string RecordName(string name) => "document:" + name;

    private static string Column(string name) => "document:" + name;
}
