using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace ReferenceHost.Settings;

internal static class KeyRingProtection
{
    /// <summary>
    /// Protects the key ring with the certificate of <c>ShopBot:DataProtection:CertificatePath</c> (PKCS #12; <c>CertificatePassword</c> opens it).
    /// Without one the ring is stored as it is, and a warning says so at start.
    /// </summary>
    public static void AddKeyRingProtection(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["ShopBot:DataProtection:CertificatePath"] is not { Length: > 0 } path)
            return;
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration["ShopBot:DataProtection:CertificatePassword"]);
        services.AddDataProtection().ProtectKeysWithCertificate(certificate);
    }
}
