using System.Security.Cryptography;
using System.Text;
using WhatsApp.Client;

namespace ReferenceHost.Settings;

internal static class PairKeys
{
    /// <summary>
    /// Hosts that count together have to name a person by the same key. Where none is configured (<c>WhatsApp:Pacing:PairKeySecret</c>) it is derived from
    /// the one secret that every host has.
    /// </summary>
    public static void AddSharedPairKeys(this IServiceCollection services, IConfiguration configuration) =>
        services.PostConfigure<WhatsAppClientOptions>(options =>
        {
            if (options.Pacing.PairKeySecret is null && configuration["Shopify:ApiSecret"] is { Length: > 0 } secret)
            {
                options.Pacing.PairKeySecret = Convert.ToHexStringLower(
                    HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "ShopBot.PairKey.v1"u8.ToArray()));
            }
        });
}
