using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Security;

/// <summary>
/// Encrypts one store's values: AES-256-GCM under the store's data key. Each value is bound to its place, so a value copied to another store,
/// table, column or row does not open. While the key is renewed, values open under the other one too. Thread-safe.
/// </summary>
/// <remarks>Form: version byte 1, nonce (12 bytes, random), tag (16 bytes), cipher text.</remarks>
internal sealed class StoreCipher(StoreId store, byte[] dataKey, byte[]? otherKey = null)
{
    private const byte FormatVersion = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    /// <summary>For signing what travels through a customer's phone and back.</summary>
    public ReadOnlyMemory<byte> SigningKey { get; } = HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, info: "ShopBot.Taps.v1"u8.ToArray());

    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(32);

    public byte[] Protect(ReadOnlySpan<byte> plain, string table, string column, string row)
    {
        var result = new byte[HeaderSize + plain.Length];
        result[0] = FormatVersion;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(dataKey, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(HeaderSize), result.AsSpan(1 + NonceSize, TagSize), Place(table, column, row));
        return result;
    }

    public byte[] Protect(string plain, string table, string column, string row) => Protect(Encoding.UTF8.GetBytes(plain), table, column, row);

    /// <exception cref="CryptographicException">The value is damaged, stands in another place, or was written under another key.</exception>
    public byte[] Unprotect(ReadOnlySpan<byte> value, string table, string column, string row)
    {
        if (value.Length < HeaderSize || value[0] != FormatVersion)
            throw new CryptographicException($"The value of {table}.{column} is not in a known form.");
        var place = Place(table, column, row);
        if (otherKey is null)
            return Open(dataKey, value, place);
        try
        {
            return Open(dataKey, value, place);
        }
        catch (AuthenticationTagMismatchException)
        {
            return Open(otherKey, value, place);
        }
    }

    /// <summary>The value under the key that writes now; null when it is under that key already.</summary>
    /// <exception cref="CryptographicException">Neither key opens it.</exception>
    public byte[]? Renew(ReadOnlySpan<byte> value, string table, string column, string row)
    {
        if (value.Length < HeaderSize || value[0] != FormatVersion)
            throw new CryptographicException($"The value of {table}.{column} is not in a known form.");
        try
        {
            Open(dataKey, value, Place(table, column, row));
            return null;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Protect(Unprotect(value, table, column, row), table, column, row);
        }
    }

    public string UnprotectText(ReadOnlySpan<byte> value, string table, string column, string row) =>
        Encoding.UTF8.GetString(Unprotect(value, table, column, row));

    private static byte[] Open(byte[] key, ReadOnlySpan<byte> value, byte[] place)
    {
        var plain = new byte[value.Length - HeaderSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(value.Slice(1, NonceSize), value[HeaderSize..], value.Slice(1 + NonceSize, TagSize), plain, place);
        return plain;
    }

    private byte[] Place(string table, string column, string row) => Encoding.UTF8.GetBytes($"{store}|{table}|{column}|{row}");
}
