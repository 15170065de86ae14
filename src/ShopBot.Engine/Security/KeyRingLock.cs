using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.Engine.Security;

/// <summary>Locks new keys of the ring with the key from configuration: AES-256-GCM.</summary>
internal sealed class KeyRingLock(KeyRingSecrets secrets) : IXmlEncryptor
{
    internal const int NonceSize = 12;
    internal const int TagSize = 16;

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(KeyRingOpener))]
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var value = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(value.AsSpan(0, NonceSize));
        using var aes = new AesGcm(secrets.Current, TagSize);
        aes.Encrypt(value.AsSpan(0, NonceSize), plain, value.AsSpan(NonceSize + TagSize), value.AsSpan(NonceSize, TagSize));
        return new EncryptedXmlInfo(new XElement("lockedKey", Convert.ToBase64String(value)), typeof(KeyRingOpener));
    }
}

/// <summary>Opens keys of the ring. Made by data protection, by its name in the stored element: never rename it.</summary>
internal sealed class KeyRingOpener(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">No configured key opens it.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var value = Convert.FromBase64String(encryptedElement.Value);
        var secrets = services.GetService<KeyRingSecrets>()
            ?? throw new CryptographicException("A key of the data-protection ring is locked, and no key is configured: set ShopBot:DataProtection:Key.");
        var plain = new byte[value.Length - KeyRingLock.NonceSize - KeyRingLock.TagSize];
        foreach (var key in secrets.All)
        {
            try
            {
                using var aes = new AesGcm(key, KeyRingLock.TagSize);
                aes.Decrypt(
                    value.AsSpan(0, KeyRingLock.NonceSize), value.AsSpan(KeyRingLock.NonceSize + KeyRingLock.TagSize),
                    value.AsSpan(KeyRingLock.NonceSize, KeyRingLock.TagSize), plain);
                return XElement.Parse(Encoding.UTF8.GetString(plain));
            }
            catch (AuthenticationTagMismatchException)
            {
                // Perhaps locked with an earlier key.
            }
        }

        throw new CryptographicException("No configured key opens a key of the data-protection ring: add the earlier one to ShopBot:DataProtection:PreviousKeys.");
    }
}
