using System.Globalization;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Search;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Keeps the search index up with the shop. Each entry has the time of its change, so late deliveries change nothing.</summary>
internal sealed class SearchChanges(CatalogSearch catalog, ShopifySessions sessions, ShopifyClient client, TimeProvider time) : IWebhookReaction
{
    public IReadOnlyList<string> Topics { get; } = ["products/create", "products/update", "products/delete", "bulk_operations/finish"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        if (catalog is not { Search: { } search, Exports: { } exports })
            return;
        switch (webhook.ReadPayload())
        {
            case ProductPayload { Id: { } number } product:
                await ChangedAsync(search, store, product, Gid(number), webhook.TriggeredAt, cancellationToken).ConfigureAwait(false);
                break;
            case DeletedPayload { Id: { } number } when webhook.Topic == "products/delete":
                await search.RemoveAsync(store.Id, [Gid(number)], webhook.TriggeredAt ?? time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                break;
            case BulkOperationPayload { AdminGraphqlApiId: { } operation }:
                await exports.FinishedAsync(store.Id, operation, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task ChangedAsync(ProductSearch search, Store store, ProductPayload product, string id, DateTimeOffset? triggeredAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changedAt = product.UpdatedAt ?? triggeredAt ?? now;
        if (product.Status != "active" || product.PublishedAt is null)
            await search.RemoveAsync(store.Id, [id], changedAt, cancellationToken).ConfigureAwait(false);
        else if (SearchMapping.ToProduct(product, id, store.Profile.Currency, now) is { } told)
            await search.PutAsync(store.Id, [told], cancellationToken).ConfigureAwait(false);
        else
            await ReadAgainAsync(search, store, id, changedAt, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAgainAsync(ProductSearch search, Store store, string id, DateTimeOffset changedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ShopifyShop shop;
        try
        {
            shop = await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (ShopNotConnectedException)
        {
            // The shop has left; its search is not asked any more, and an installation reads everything anew.
            return;
        }

        if (await client.Admin(shop, ShopifyCallPriority.Background).GetProductAsync(id, cancellationToken).ConfigureAwait(false) is { Variants.Count: > 0 } product)
            await search.PutAsync(store.Id, [SearchMapping.ToProduct(product, changedAt, now)], cancellationToken).ConfigureAwait(false);
        else
            await search.RemoveAsync(store.Id, [id], changedAt, cancellationToken).ConfigureAwait(false);
    }

    private static string Gid(long number) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{number}");
}
