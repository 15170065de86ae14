using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopping.Orders;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Where verified Shopify webhooks enter: a paid order goes into its customer's lane, an uninstalled app switches the store off.</summary>
public sealed partial class ShopifyEvents
{
    private readonly StoreRegistry _stores;
    private readonly ShopifyTokens _tokens;
    private readonly WhatsAppInbox _inbox;
    private readonly HybridCache _cache;
    private readonly TimeProvider _time;
    private readonly ILogger<ShopifyEvents> _logger;

    /// <summary>Made by the container.</summary>
    public ShopifyEvents(
        StoreRegistry stores, ShopifyTokens tokens, WhatsAppInbox inbox, HybridCache cache, TimeProvider time, ILogger<ShopifyEvents> logger)
    {
        _stores = stores;
        _tokens = tokens;
        _inbox = inbox;
        _cache = cache;
        _time = time;
        _logger = logger;
    }

    /// <summary>Takes one webhook. When it returns, what matters is stored. Unknown topics and shops are ignored.</summary>
    public async Task AcceptAsync(ShopifyWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var store = await _stores.FindByShopDomainAsync(webhook.ShopDomain.Value, cancellationToken).ConfigureAwait(false);
        if (store is null)
        {
            Log.UnknownShop(_logger, webhook.Topic);
            return;
        }

        switch (webhook.Topic)
        {
            case "orders/paid":
                await OrderPaidAsync(store, webhook, cancellationToken).ConfigureAwait(false);
                break;
            case "app/uninstalled":
                await UninstalledAsync(store, webhook, cancellationToken).ConfigureAwait(false);
                break;
            case "products/create" or "products/update" or "products/delete" or "collections/create" or "collections/update" or "collections/delete":
                await _cache.RemoveByTagAsync(ShopifyCatalog.CacheTag(store.Id), cancellationToken).ConfigureAwait(false);
                break;
            default:
                Log.UnknownTopic(_logger, webhook.Topic);
                break;
        }
    }

    private async Task OrderPaidAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (PaidOrder.Read(webhook.ReadPayload()) is not { Customer: { } customer } order)
            return;
        var payload = JsonSerializer.SerializeToUtf8Bytes(new OrderPaid(order.Name, order.VariantIds), ShopifyEventJson.Default.OrderPaid);
        var occurred = new ExternalEvent(customer, OrderPaid.Kind, order.Id, payload, webhook.TriggeredAt ?? _time.GetUtcNow());
        if (!await _inbox.AcceptAsync(store, occurred, cancellationToken).ConfigureAwait(false))
            Log.UnknownCustomer(_logger, store.Id);
    }

    /// <summary>An old notice that arrives after a re-installation must not undo it.</summary>
    private async Task UninstalledAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (webhook.TriggeredAt is { } at && at < store.Shopify?.GrantedAt)
            return;
        await _tokens.UninstallAsync(webhook.ShopDomain, webhook.TriggeredAt, cancellationToken).ConfigureAwait(false);
        await _stores.UninstallAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "A webhook {Topic} came from a shop that has not installed the app.")]
        public static partial void UnknownShop(ILogger logger, string topic);

        [LoggerMessage(EventId = 2302, Level = LogLevel.Debug, Message = "A webhook {Topic} is not used.")]
        public static partial void UnknownTopic(ILogger logger, string topic);

        [LoggerMessage(EventId = 2303, Level = LogLevel.Warning, Message = "Store {Store}: a paid order names a chat that does not exist.")]
        public static partial void UnknownCustomer(ILogger logger, StoreId store);
    }
}
