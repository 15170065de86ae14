using System.Security.Cryptography;

namespace WhatsApp.Client;

/// <summary>AES-256-CBC with ten bytes of an HMAC behind, as the platform encrypts what people give to flows.</summary>
internal static class FlowMediaCipher
{
    private const int TagBytes = 10;
    private const int BlockBytes = 16;

    public static byte[] Decrypt(FlowMedia media, ReadOnlySpan<byte> encrypted)
    {
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(encrypted), media.EncryptedHash.Span))
            throw new FlowMediaException("The encrypted file has another hash than was declared.", media.MediaId);
        if (encrypted.Length < BlockBytes + TagBytes || (encrypted.Length - TagBytes) % BlockBytes != 0)
            throw new FlowMediaException("The encrypted file has a length it cannot have.", media.MediaId);

        var cipherText = encrypted[..^TagBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, media.HmacKey.Span);
        hmac.AppendData(media.Iv.Span);
        hmac.AppendData(cipherText);
        if (!CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset().AsSpan(0, TagBytes), encrypted[^TagBytes..]))
            throw new FlowMediaException("The encrypted file was changed: its HMAC is wrong.", media.MediaId);

        var plain = DecryptCbc(media, cipherText);
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(plain), media.PlaintextHash.Span))
            throw new FlowMediaException("The file has another hash than was declared.", media.MediaId);
        return plain;
    }

    private static byte[] DecryptCbc(FlowMedia media, ReadOnlySpan<byte> cipherText)
    {
        using var aes = Aes.Create();
        aes.SetKey(media.EncryptionKey.Span);
        try
        {
            return aes.DecryptCbc(cipherText, media.Iv.Span);
        }
        catch (CryptographicException exception)
        {
            throw new FlowMediaException("The encrypted file cannot be decrypted with its key.", media.MediaId, exception);
        }
    }
}
