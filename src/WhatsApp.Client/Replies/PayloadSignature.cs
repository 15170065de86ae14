using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client;

/// <summary>
/// HMAC-SHA256 cut to 96 bits: 16 characters. Guessing one takes a message to the bot per try, so this is ample, and ids are short of room.
/// </summary>
internal sealed class PayloadSignature
{
    /// <summary>Characters of a signature.</summary>
    public const int Length = 16;

    private const int Bytes = 12;
    private const int MinKeyBytes = 16;
    private readonly byte[][] _keys;

    public PayloadSignature(IReadOnlyList<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            throw new ArgumentException("A key is needed to sign with.", nameof(keys));
        if (keys.Any(key => key is null || key.Length < MinKeyBytes))
            throw new ArgumentException($"A key has at least {MinKeyBytes} bytes.", nameof(keys));
        _keys = [.. keys.Select(key => key.ToArray())];
    }

    public string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(_keys[0], text, hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }

    /// <summary>Whether one of the keys signed it.</summary>
    public bool IsBy(ParsedId id)
    {
        Span<byte> given = stackalloc byte[Bytes];
        if (!Base64Url.TryDecodeFromChars(id.Signature, given, out var count) || count != Bytes)
            return false;

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var key in _keys)
        {
            Hash(key, id.Signed, hash);
            if (CryptographicOperations.FixedTimeEquals(hash[..Bytes], given))
                return true;
        }

        return false;
    }

    private static void Hash(byte[] key, ReadOnlySpan<char> text, Span<byte> hash) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToArray()), hash);
}
