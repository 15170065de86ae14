using System.Globalization;
using System.Text.Json;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Reminders;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// Tells those who asked for it that a variant is in stock again. The event log knows who asked; each chat decides whether the customer still waits, and when it may be told.
/// </summary>
internal sealed class StockReturns(WhatsAppInbox inbox, StoreDesk desk, TimeProvider time) : IWebhookReaction
{
    private const int FactsPerPage = 500;

    public IReadOnlyList<string> Topics { get; } = ["variants/in_stock"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (webhook.ReadPayload() is not VariantPayload { Id: { } number })
            return;
        var at = webhook.TriggeredAt ?? time.GetUtcNow();
        var variant = string.Create(CultureInfo.InvariantCulture, $"gid://shopify/ProductVariant/{number}");
        var payload = JsonSerializer.SerializeToUtf8Bytes(new StockReturned(variant), ShopifyEventJson.Default.StockReturned);
        foreach (var customer in await WaitingAsync(store, variant, at, cancellationToken).ConfigureAwait(false))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{customer}:{number}:{at.ToUnixTimeMilliseconds()}");
            await inbox.AcceptAsync(store, new ExternalEvent(customer, StockReturned.Kind, key, payload, at), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyCollection<CustomerId>> WaitingAsync(Store store, string variant, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var waiting = new HashSet<CustomerId>();
        DateTimeOffset? before = null;
        while (true)
        {
            var facts = await desk.ListFactsAsync(store, [StockWatched.Kind], before, FactsPerPage, cancellationToken).ConfigureAwait(false);
            foreach (var fact in facts)
            {
                if (fact.Customer is { } customer && fact.Read(LoggedJson.Default.StockWatched)?.VariantId == variant)
                    waiting.Add(customer);
            }

            if (facts.Count < FactsPerPage || at - facts[^1].At > StockWatched.Patience)
                return waiting;
            before = facts[^1].At;
        }
    }
}
