using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// Does what privacy laws ask for, and records it in the store's event log: whose data is asked for can be exported from there, a customer's conversations are erased at once, and a shop that
/// has left for good is erased with everything.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
internal sealed partial class ComplianceRequests(
    WhatsAppInbox inbox, StoreRegistry stores, IErasure erasure, ChatCustomers customers, ShopifyTokens tokens, TimeProvider time, ILogger<ComplianceRequests> logger) : IWebhookReaction
{
    public IReadOnlyList<string> Topics => ShopifyTopics.Compliance;

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        var people = await FindPeopleAsync(store, webhook, cancellationToken).ConfigureAwait(false);
        await RecordAsync(store, webhook, people, cancellationToken).ConfigureAwait(false);
        switch (webhook.ReadPayload())
        {
            case CustomersRedactPayload:
                foreach (var person in people)
                    await erasure.EraseCustomerAsync(store.Id, person, cancellationToken).ConfigureAwait(false);
                Log.CustomerRedacted(logger, store.Id, people.Count);
                break;
            case ShopRedactPayload:
                await RedactShopAsync(store, webhook, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task<IReadOnlyList<CustomerId>> FindPeopleAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken) => webhook.ReadPayload() switch
    {
        CustomersDataRequestPayload request => await customers.FindAsync(store, request.Customer?.Phone, request.OrdersRequested, cancellationToken).ConfigureAwait(false),
        CustomersRedactPayload request => await customers.FindAsync(store, request.Customer?.Phone, request.OrdersToRedact, cancellationToken).ConfigureAwait(false),
        _ => [],
    };

    private async Task RecordAsync(Store store, ShopifyWebhook webhook, IReadOnlyList<CustomerId> people, CancellationToken cancellationToken)
    {
        await inbox.RecordAsync(
            store,
            "shopify." + webhook.Topic,
            webhook.DeduplicationKey,
            JsonSerializer.SerializeToUtf8Bytes(Read(webhook, people), ShopifyEventJson.Default.ComplianceRecord),
            webhook.TriggeredAt ?? time.GetUtcNow(),
            cancellationToken).ConfigureAwait(false);
        Log.Recorded(logger, store.Id, webhook.Topic);
    }

    /// <summary>It comes 48 hours after the shop left, also when the shop has come back meanwhile.</summary>
    private async Task RedactShopAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (await tokens.GetStateAsync(webhook.ShopDomain, cancellationToken).ConfigureAwait(false) != ShopifyTokenState.Uninstalled)
            return;
        // First what every host has in its cache, then everything.
        await stores.RedactAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false);
        await erasure.EraseStoreAsync(store.Id, cancellationToken).ConfigureAwait(false);
        Log.ShopRedacted(logger, store.Id);
    }

    internal static ComplianceRecord Read(ShopifyWebhook webhook, IReadOnlyList<CustomerId> people)
    {
        string[] found = [.. people.Select(static person => person.ToString())];
        return webhook.ReadPayload() switch
        {
            CustomersDataRequestPayload request => new ComplianceRecord(webhook.Topic, request.DataRequestId, request.Customer?.Id, request.OrdersRequested, found),
            CustomersRedactPayload request => new ComplianceRecord(webhook.Topic, null, request.Customer?.Id, request.OrdersToRedact, found),
            _ => new ComplianceRecord(webhook.Topic, null, null, [], found),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2305, Level = LogLevel.Warning, Message = "Store {Store}: a request {Topic} came and is in the event log. It has to be met within 30 days.")]
        public static partial void Recorded(ILogger logger, StoreId store, string topic);

        [LoggerMessage(EventId = 2306, Level = LogLevel.Information, Message = "Store {Store}: it was erased with everything, because the shop left.")]
        public static partial void ShopRedacted(ILogger logger, StoreId store);

        [LoggerMessage(EventId = 2308, Level = LogLevel.Information, Message = "Store {Store}: the conversations of {Count} customers were erased on request.")]
        public static partial void CustomerRedacted(ILogger logger, StoreId store, int count);
    }
}
