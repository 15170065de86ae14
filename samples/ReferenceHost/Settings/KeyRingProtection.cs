using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine;

namespace ReferenceHost.Settings;

internal static class KeyRingProtection
{
    /// <summary>
    /// Protects the key ring with the key of <c>ShopBot:DataProtection:Key</c> (earlier ones in <c>PreviousKeys</c>), or with the certificate of
    /// <c>CertificatePath</c> (PKCS #12; <c>CertificatePassword</c> opens it). Without either the ring is stored as it is, and a warning says so at each start.
    /// </summary>
    public static void AddKeyRingProtection(this ShopBotBuilder builder, IConfiguration configuration)
    {
        var section = configuration.GetSection("ShopBot:DataProtection");
        var (key, path) = (section["Key"], section["CertificatePath"]);
        if (key is { Length: > 0 } && path is { Length: > 0 })
            throw new InvalidOperationException("ShopBot:DataProtection has both Key and CertificatePath: choose one.");
        if (key is { Length: > 0 })
            builder.ProtectKeyRing(key, section.GetSection("PreviousKeys").GetChildren().Select(child => child.Value).OfType<string>());
        if (path is { Length: > 0 })
            builder.Services.AddDataProtection().ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, section["CertificatePassword"]));
    }
}
