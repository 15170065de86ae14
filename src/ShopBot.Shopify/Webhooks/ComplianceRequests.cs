using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// Records what privacy laws ask for in the store's event log, where it stays until somebody has acted, and takes a shop's secrets and settings
/// away once it has left for good.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
internal sealed partial class ComplianceRequests(
    WhatsAppInbox inbox, StoreRegistry stores, ShopifyTokens tokens, TimeProvider time, ILogger<ComplianceRequests> logger) : IWebhookReaction
{
    public IReadOnlyList<string> Topics => ShopifyTopics.Compliance;

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        var record = Read(webhook);
        await inbox.RecordAsync(
            store,
            "shopify." + webhook.Topic,
            webhook.DeduplicationKey,
            JsonSerializer.SerializeToUtf8Bytes(record, ShopifyEventJson.Default.ComplianceRecord),
            webhook.TriggeredAt ?? time.GetUtcNow(),
            cancellationToken).ConfigureAwait(false);
        Log.Recorded(logger, store.Id, webhook.Topic);
        if (webhook.ReadPayload() is ShopRedactPayload)
            await RedactShopAsync(store, webhook, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>It comes 48 hours after the shop left, also when the shop has come back meanwhile.</summary>
    private async Task RedactShopAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (await tokens.GetStateAsync(webhook.ShopDomain, cancellationToken).ConfigureAwait(false) != ShopifyTokenState.Uninstalled)
            return;
        await stores.RedactAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false);
        Log.ShopRedacted(logger, store.Id);
    }

    internal static ComplianceRecord Read(ShopifyWebhook webhook) => webhook.ReadPayload() switch
    {
        CustomersDataRequestPayload request => new ComplianceRecord(webhook.Topic, request.DataRequestId, request.Customer?.Id, request.OrdersRequested),
        CustomersRedactPayload request => new ComplianceRecord(webhook.Topic, null, request.Customer?.Id, request.OrdersToRedact),
        _ => new ComplianceRecord(webhook.Topic, null, null, []),
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 2305, Level = LogLevel.Warning, Message = "Store {Store}: a request {Topic} came and is in the event log. It has to be met within 30 days.")]
        public static partial void Recorded(ILogger logger, StoreId store, string topic);

        [LoggerMessage(EventId = 2306, Level = LogLevel.Information, Message = "Store {Store}: its secrets and settings were taken away, because the shop left.")]
        public static partial void ShopRedacted(ILogger logger, StoreId store);
    }
}
