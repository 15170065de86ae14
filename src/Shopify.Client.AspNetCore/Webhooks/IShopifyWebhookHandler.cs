using Shopify.Client.Webhooks;

namespace Shopify.Client.AspNetCore;

/// <summary>Receives verified deliveries. Resolved per request.</summary>
public interface IShopifyWebhookHandler
{
    /// <summary>
    /// Stores the delivery; Shopify waits five seconds in all. Returning means 200; throwing means 503, and Shopify sends it again. Unknown topics
    /// must be accepted.
    /// </summary>
    /// <param name="webhook">The delivery.</param>
    /// <param name="cancellationToken">Cancelled when Shopify hangs up.</param>
    /// <returns>A task that ends when the delivery is safe.</returns>
    ValueTask HandleAsync(ShopifyWebhook webhook, CancellationToken cancellationToken);
}
