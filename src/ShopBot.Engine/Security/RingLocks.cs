using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>Locks stored keys of the data-protection ring anew. The keys stay what they are, so nothing that they lock changes.</summary>
internal sealed class RingLocks(IKeyStore keys, IOptions<KeyManagementOptions> options, IServiceProvider services)
{
    private static readonly XNamespace Ns = "http://schemas.asp.net/2015/03/dataProtection";

    public int RelockAll()
    {
        var encryptor = options.Value.XmlEncryptor
            ?? throw new InvalidOperationException("No protection key is configured: set ShopBot:DataProtection:Key or :CertificatePath.");
        var count = 0;
        foreach (var text in keys.LoadKeyRing())
        {
            var element = XElement.Parse(text);
            var secrets = element.Descendants().Where(inner => inner.Name == Ns + "encryptedSecret" || inner.Attribute(Ns + "requiresEncryption") is { Value: "true" }).ToList();
            foreach (var secret in secrets)
            {
                var locked = encryptor.Encrypt(Open(secret));
                secret.ReplaceWith(new XElement(
                    Ns + "encryptedSecret", new XAttribute("decryptorType", locked.DecryptorType.AssemblyQualifiedName!), locked.EncryptedElement));
            }

            if (secrets.Count > 0 && keys.ReplaceInKeyRing(text, element.ToString(SaveOptions.DisableFormatting)))
                count++;
        }

        return count;
    }

    private XElement Open(XElement secret)
    {
        if (secret.Name != Ns + "encryptedSecret")
            return new XElement(secret);
        var opener = (string?)secret.Attribute("decryptorType") ?? "";
        return opener.StartsWith(typeof(KeyRingOpener).FullName! + ",", StringComparison.Ordinal)
            ? new KeyRingOpener(services).Decrypt(secret.Elements().Single())
            : throw new InvalidOperationException("A key of the ring is locked by a certificate. Renew the ring instead, and keep the certificate for what its earlier keys locked.");
    }
}
