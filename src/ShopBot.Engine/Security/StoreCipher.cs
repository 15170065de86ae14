using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
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
    private const int UsualPlace = 256;

    /// <summary>Making a cipher object costs more than using it, and two threads must not share one: the last that became free is kept.</summary>
    private AesGcm? _free;

    /// <summary>For signing what travels through a customer's phone and back.</summary>
    public ReadOnlyMemory<byte> SigningKey { get; } = HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, info: "ShopBot.Taps.v1"u8.ToArray());

    public static byte[] NewDataKey() => RandomNumberGenerator.GetBytes(32);

    public byte[] Protect(ReadOnlySpan<byte> plain, string table, string column, string row)
    {
        var result = new byte[HeaderSize + plain.Length];
        result[0] = FormatVersion;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var aes = Interlocked.Exchange(ref _free, null) ?? new AesGcm(dataKey, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(HeaderSize), result.AsSpan(1 + NonceSize, TagSize), Place(table, column, row, stackalloc byte[UsualPlace]));
        Keep(aes);
        return result;
    }

    public byte[] Protect(string plain, string table, string column, string row) => Protect(Encoding.UTF8.GetBytes(plain), table, column, row);

    /// <exception cref="CryptographicException">The value is damaged, stands in another place, or was written under another key.</exception>
    public byte[] Unprotect(ReadOnlySpan<byte> value, string table, string column, string row)
    {
        if (value.Length < HeaderSize || value[0] != FormatVersion)
            throw new CryptographicException($"The value of {table}.{column} is not in a known form.");
        var place = Place(table, column, row, stackalloc byte[UsualPlace]);
        if (otherKey is null)
            return Open(value, place);
        try
        {
            return Open(value, place);
        }
        catch (AuthenticationTagMismatchException)
        {
            using var other = new AesGcm(otherKey, TagSize);
            return Open(other, value, place);
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
            Open(value, Place(table, column, row, stackalloc byte[UsualPlace]));
            return null;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Protect(Unprotect(value, table, column, row), table, column, row);
        }
    }

    public string UnprotectText(ReadOnlySpan<byte> value, string table, string column, string row) =>
        Encoding.UTF8.GetString(Unprotect(value, table, column, row));

    private byte[] Open(ReadOnlySpan<byte> value, ReadOnlySpan<byte> place)
    {
        var aes = Interlocked.Exchange(ref _free, null) ?? new AesGcm(dataKey, TagSize);
        var plain = Open(aes, value, place);
        Keep(aes);
        return plain;
    }

    private static byte[] Open(AesGcm aes, ReadOnlySpan<byte> value, ReadOnlySpan<byte> place)
    {
        var plain = new byte[value.Length - HeaderSize];
        aes.Decrypt(value.Slice(1, NonceSize), value[HeaderSize..], value.Slice(1 + NonceSize, TagSize), plain, place);
        return plain;
    }

    /// <summary>One that failed is not given back.</summary>
    private void Keep(AesGcm aes)
    {
        if (Interlocked.CompareExchange(ref _free, aes, null) is not null)
            aes.Dispose();
    }

    private ReadOnlySpan<byte> Place(string table, string column, string row, Span<byte> scratch) =>
        Utf8.TryWrite(scratch, CultureInfo.InvariantCulture, $"{store.Value:N}|{table}|{column}|{row}", out var written) ? scratch[..written] : Encoding.UTF8.GetBytes($"{store}|{table}|{column}|{row}");
}
