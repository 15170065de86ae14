using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>
/// Keyed hashes of values that must be found but not read: phone numbers, user ids, message ids, verify tokens, event keys.
/// The key is made at the first start, wrapped by data protection, and kept in storage under a version; the version leads each hash.
/// </summary>
internal sealed class LookupHasher(IKeyStore keys, IDataProtectionProvider protection)
{
    private const int CurrentVersion = 1;
    private byte[]? _key;

    public async ValueTask InitializeAsync(CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector("ShopBot.LookupKey.v1");
        var stored = await keys.GetLookupKeysAsync(cancellationToken).ConfigureAwait(false);
        if (!stored.TryGetValue(CurrentVersion, out var wrapped))
        {
            var fresh = protector.Protect(RandomNumberGenerator.GetBytes(32));
            wrapped = await keys.AddLookupKeyAsync(CurrentVersion, fresh, cancellationToken).ConfigureAwait(false);
        }

        _key = protector.Unprotect(wrapped);
    }

    /// <summary>44 characters: the key's version and the hash.</summary>
    /// <param name="scope">What the value is and whose, so that equal values of two stores do not look equal.</param>
    /// <param name="value">The value.</param>
    public string Hash(string scope, string value)
    {
        var key = _key ?? throw new InvalidOperationException("The engine has not started: look-up keys are not loaded yet.");
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{scope}\n{value}"), hash);
        return "1" + Base64Url.EncodeToString(hash);
    }
}
