using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// Forgets what a change made untrue, and no more: products change with each sale, so one of them does not empty a shop's whole cache.
/// </summary>
internal sealed class CatalogChanges(HybridCache cache) : IWebhookReaction
{
    public IReadOnlyList<string> Topics { get; } =
    [
        "products/create", "products/update", "products/delete", "variants/in_stock", "variants/out_of_stock", "inventory_levels/update",
        "collections/create", "collections/update", "collections/delete",
    ];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        switch (webhook.ReadPayload())
        {
            case VariantPayload { ProductId: { } product }:
                await ForgetProductAsync(store.Id, product, cancellationToken).ConfigureAwait(false);
                break;
            case ProductPayload { Id: { } product }:
                await ForgetProductAsync(store.Id, product, cancellationToken).ConfigureAwait(false);
                await cache.RemoveByTagAsync(CatalogKeys.Lists(store.Id), cancellationToken).ConfigureAwait(false);
                break;
            case DeletedPayload { Id: { } product } when webhook.Topic == "products/delete":
                await ForgetProductAsync(store.Id, product, cancellationToken).ConfigureAwait(false);
                await cache.RemoveByTagAsync(CatalogKeys.Lists(store.Id), cancellationToken).ConfigureAwait(false);
                break;
            case InventoryLevelPayload:
                // It names an inventory item, which only its variant knows; lists show no stock and may stay.
                await cache.RemoveByTagAsync(CatalogKeys.Products(store.Id), cancellationToken).ConfigureAwait(false);
                break;
            case CollectionPayload or DeletedPayload:
                await cache.RemoveByTagAsync(CatalogKeys.Lists(store.Id), cancellationToken).ConfigureAwait(false);
                break;
            default:
                await cache.RemoveByTagAsync(CatalogKeys.Everything(store.Id), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask ForgetProductAsync(StoreId store, long product, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{product}");
        await cache.RemoveAsync(CatalogKeys.Product(store, id), cancellationToken).ConfigureAwait(false);
        await cache.RemoveAsync(CatalogKeys.Stamp(store, id), cancellationToken).ConfigureAwait(false);
    }
}
