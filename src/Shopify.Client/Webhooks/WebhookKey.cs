using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.Webhooks;

/// <summary>Makes the key by which a repeated delivery is known.</summary>
internal static class WebhookKey
{
    public static string Of(ShopifyWebhook webhook) => webhook.WebhookId is { Length: > 0 } id
        ? $"{webhook.ShopDomain.Value}:{id}"
        : $"{webhook.ShopDomain.Value}:x:{Hash(webhook)}";

    private static string Hash(ShopifyWebhook webhook)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{webhook.Topic}\n{webhook.TriggeredAt?.UtcTicks.ToString(CultureInfo.InvariantCulture)}\n"));
        hash.AppendData(webhook.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
