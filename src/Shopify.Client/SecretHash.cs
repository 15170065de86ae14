using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client;

/// <summary>HMAC-SHA256 with the UTF-8 of a secret, without anything on the heap for a secret of ordinary length.</summary>
internal static class SecretHash
{
    private const int OrdinaryLength = 256;

    public static void Compute(string secret, ReadOnlySpan<byte> data, Span<byte> hash)
    {
        var length = Encoding.UTF8.GetMaxByteCount(secret.Length);
        var key = length <= OrdinaryLength ? stackalloc byte[OrdinaryLength] : new byte[length];
        key = key[..Encoding.UTF8.GetBytes(secret, key)];
        HMACSHA256.HashData(key, data, hash);
        CryptographicOperations.ZeroMemory(key);
    }
}
