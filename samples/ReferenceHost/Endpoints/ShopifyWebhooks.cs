using ShopBot.Shopify.Webhooks;
using Shopify.Client.AspNetCore;
using Shopify.Client.Webhooks;

namespace ReferenceHost.Endpoints;

/// <summary>Joins the Shopify webhook endpoint to the shop's events.</summary>
internal sealed class ShopifyWebhooks(ShopifyEvents events) : IShopifyWebhookHandler
{
    public async ValueTask HandleAsync(ShopifyWebhook webhook, CancellationToken cancellationToken) =>
        await events.AcceptAsync(webhook, cancellationToken);
}
