using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>
/// Keyed hashes of values that must be found but not read: phone numbers, user ids, message ids, verify tokens, event keys. The first key is made at the first start; each is wrapped by
/// data protection, and kept in storage under a version that leads each hash. Between the renewal of the key and its predecessor's end both are looked up. Thread-safe.
/// </summary>
internal sealed class LookupHasher(IKeyStore keys, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How old the keys known here may be.</summary>
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("ShopBot.LookupKey.v1");
    // Newest first.
    private volatile LookupKey[]? _keys;
    private long _readAt;

    public async ValueTask InitializeAsync(CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        var stored = await keys.GetLookupKeysAsync(cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
        {
            var first = await keys.AddLookupKeyAsync(1, Wrap(LookupKey.New(1, DateTimeOffset.MinValue)), cancellationToken).ConfigureAwait(false);
            stored = new Dictionary<int, byte[]> { [1] = first };
        }

        _keys = [.. stored.OrderByDescending(key => key.Key).Select(key => Unwrap(key.Key, key.Value))];
        Interlocked.Exchange(ref _readAt, readAt);
    }

    /// <summary>Learns of keys that were added or removed, when the ones known here are old.</summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken) =>
        time.GetElapsedTime(Interlocked.Read(ref _readAt)) < RefreshInterval ? ValueTask.CompletedTask : InitializeAsync(cancellationToken);

    /// <summary>44 characters: the key's version and the hash, by the key of now.</summary>
    /// <param name="scope">What the value is and whose, so that equal values of two stores do not look equal.</param>
    /// <param name="value">The value.</param>
    public string Hash(string scope, string value) => HashAt(scope, value, time.GetUtcNow());

    /// <summary>By the key of another time: what comes again with the same time gets the same hash, whatever key is the one of now.</summary>
    public string HashAt(string scope, string value, DateTimeOffset at) => Hash(Active(at)[0], scope, value);

    /// <summary>By every key under which the value may be stored, that of now first.</summary>
    public IEnumerable<string> HashAll(string scope, string value) => Active(time.GetUtcNow()).ToArray().Select(key => Hash(key, scope, value));

    /// <summary>Whether a hash was made by the key of now.</summary>
    public bool IsCurrent(string hash) => hash.Length > 0 && hash[0] == Active(time.GetUtcNow())[0].Digit;

    /// <summary>The keys there are, newest first, those of later too.</summary>
    internal IReadOnlyList<LookupKey> Keys => Known;

    internal byte[] Wrap(LookupKey key) => _protector.Protect(key.ToBytes());

    private LookupKey[] Known => _keys ?? throw new InvalidOperationException("The engine has not started: look-up keys are not loaded yet.");

    private LookupKey Unwrap(int version, byte[] wrapped) => LookupKey.Read(version, _protector.Unprotect(wrapped));

    // Those of later left out; what is older than every key is hashed by the oldest.
    private ReadOnlySpan<LookupKey> Active(DateTimeOffset at)
    {
        var known = Known;
        for (var i = 0; i < known.Length - 1; i++)
        {
            if (known[i].ActiveFrom <= at)
                return known.AsSpan(i);
        }

        return known.AsSpan(known.Length - 1);
    }

    private static string Hash(LookupKey key, string scope, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"{scope}\n{value}"), hash);
        return key.Digit + Base64Url.EncodeToString(hash);
    }
}
