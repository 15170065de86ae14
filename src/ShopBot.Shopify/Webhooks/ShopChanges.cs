using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using ShopBot.Engine.Events;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Checkout;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Keeps up with the shop itself: its name and currency, what it granted, and that it left.</summary>
internal sealed class ShopChanges(StoreRegistry stores, ShopifyTokens tokens, IShopifyTokenStore saved, CheckoutPlans plans, HybridCache cache, WhatsAppInbox inbox, TimeProvider time)
    : IWebhookReaction
{
    private const int Attempts = 5;

    public IReadOnlyList<string> Topics { get; } = ["app/uninstalled", "app/scopes_update", "shop/update"];

    public async Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        // An old notice that arrives after a re-installation must not undo it, so the cache is not asked.
        if (await stores.ReadByShopDomainAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false) is not { } now)
            return;
        store = now;
        if (webhook.TriggeredAt is { } at && at < store.Shopify?.GrantedAt)
            return;
        if (webhook.Topic == "app/uninstalled")
        {
            await tokens.UninstallAsync(webhook.ShopDomain, webhook.TriggeredAt, cancellationToken).ConfigureAwait(false);
            await stores.UninstallAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false);
            await inbox.AnnounceAsync(
                store,
                EngineEvents.StoreUninstalled,
                webhook.DeduplicationKey,
                JsonSerializer.SerializeToUtf8Bytes(new StoreUninstalled(store.Profile.ShopDomain), EventJson.Default.StoreUninstalled),
                webhook.TriggeredAt ?? time.GetUtcNow(),
                cancellationToken).ConfigureAwait(false);
        }
        else if (webhook.ReadPayload() is ShopPayload shop)
        {
            await stores.InstallAsync(
                new ShopInstallation(store.Profile.ShopDomain, NullIfBlank(shop.Name), NullIfBlank(shop.Currency), null), cancellationToken).ConfigureAwait(false);
        }
        else if (webhook.ReadPayload() is ScopesUpdatedPayload { Current.Count: > 0 } scopes)
        {
            await SaveScopesAsync(webhook, string.Join(',', scopes.Current), cancellationToken).ConfigureAwait(false);
        }

        plans.Forget(store.Id);
        await cache.RemoveByTagAsync(CatalogKeys.Everything(store.Id), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A renewal at the same moment wins the first time; then the scopes are put beside the new pair.</summary>
    private async Task SaveScopesAsync(ShopifyWebhook webhook, string granted, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var token = await saved.FindAsync(webhook.ShopDomain, cancellationToken).ConfigureAwait(false);
            if (token is null or { AccessToken: null } || token.Scope == granted)
                return;
            if (await saved.SaveAsync(token with { Scope = granted }, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
