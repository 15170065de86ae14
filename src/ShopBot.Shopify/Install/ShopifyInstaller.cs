using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Events;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Webhooks;
using Shopify.Client;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Install;

/// <summary>Turns granted tokens into an installed store: saves them, reads the shop, subscribes to its webhooks.</summary>
public sealed partial class ShopifyInstaller
{
    private readonly StoreRegistry _stores;
    private readonly ShopifyClient _client;
    private readonly CatalogSearch _catalog;
    private readonly ShopifyShopOptions _options;
    private readonly ShopifyTokens _tokens;
    private readonly WhatsAppInbox _inbox;
    private readonly TimeProvider _time;
    private readonly ILogger<ShopifyInstaller> _logger;

    internal ShopifyInstaller(
        StoreRegistry stores, ShopifyClient client, ShopifyTokens tokens, CatalogSearch catalog, WhatsAppInbox inbox, IOptions<ShopifyShopOptions> options, TimeProvider time,
        ILogger<ShopifyInstaller> logger)
    {
        _catalog = catalog;
        _stores = stores;
        _client = client;
        _options = options.Value;
        _tokens = tokens;
        _inbox = inbox;
        _time = time;
        _logger = logger;
    }

    /// <summary>Installs, or re-installs with new tokens. What Shopify does not answer now is made up for later; the tokens are saved first.</summary>
    public async Task<Store> InstallAsync(ShopDomain domain, AccessTokenResult tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var isKnown = await _stores.ReadByShopDomainAsync(domain.Value, cancellationToken).ConfigureAwait(false) is not null;
        await _stores.InstallAsync(new ShopInstallation(domain.Value, null, null, null), cancellationToken).ConfigureAwait(false);
        await _tokens.SaveGrantAsync(domain, tokens, cancellationToken).ConfigureAwait(false);
        var admin = _client.Admin(new ShopifyShop(domain, tokens.AccessToken));
        var shop = await ReadShopAsync(admin, cancellationToken).ConfigureAwait(false);
        var store = await _stores.InstallAsync(new ShopInstallation(domain.Value, shop?.Name, shop?.CurrencyCode, null), cancellationToken).ConfigureAwait(false);
        await _stores.ResumeAsync(domain.Value, cancellationToken).ConfigureAwait(false);
        if (_options.SubscribeTopics)
            await SubscribeAsync(admin, store, tokens.Scope, cancellationToken).ConfigureAwait(false);
        await AnnounceAsync(store, isKnown, cancellationToken).ConfigureAwait(false);
        if (_catalog.Exports is { } exports)
            await exports.RequestAsync(store.Id, cancellationToken).ConfigureAwait(false);
        Log.Installed(_logger, store.Id);
        return store;
    }

    private Task AnnounceAsync(Store store, bool again, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return _inbox.AnnounceAsync(
            store,
            EngineEvents.StoreInstalled,
            now.UtcTicks.ToString(CultureInfo.InvariantCulture),
            JsonSerializer.SerializeToUtf8Bytes(new StoreInstalled(store.Profile.ShopDomain, again), EventJson.Default.StoreInstalled),
            now,
            cancellationToken);
    }

    /// <summary>A topic whose scope was not granted would only be refused. Where the grant does not say, all are asked for.</summary>
    private static IEnumerable<string> GrantedTopics(string scope)
    {
        var granted = ShopifyScopes.Expand(ShopifyScopes.Parse(scope));
        return HandledTopics.Subscribed.Where(topic => granted.Count == 0 || HandledTopics.RequiredScope(topic) is not { } needed || granted.Contains(needed));
    }

    private async Task<ShopInfo?> ReadShopAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        try
        {
            return await admin.GetShopAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyException e)
        {
            Log.ShopNotRead(_logger, e);
            return null;
        }
    }

    /// <summary>Creates what is missing and leaves alone what is not ours, such as another deployment's.</summary>
    private async Task SubscribeAsync(ShopifyAdmin admin, Store store, string scope, CancellationToken cancellationToken)
    {
        var address = new Uri(_options.PublicUrl!, _options.WebhookPath);
        try
        {
            var wanted = GrantedTopics(scope).Select(topic => new WebhookSpec(topic, address.AbsoluteUri)).ToList();
            var plan = await admin.PlanWebhooksAsync(wanted, WebhookOwnership.ByAddress(address), cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (var refused in (await admin.ApplyWebhooksAsync(plan, cancellationToken).ConfigureAwait(false)).Where(static result => !result.IsDone))
                Log.NotSubscribed(_logger, store.Id, (refused.Step as WebhookPlanStep.Create)?.Spec.Topic, null);
        }
        catch (ShopifyException e)
        {
            Log.NotSubscribed(_logger, store.Id, null, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "Store {Store} installed the app.")]
        public static partial void Installed(ILogger logger, StoreId store);

        [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "A shop was installed but its name and currency could not be read yet.")]
        public static partial void ShopNotRead(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 2203, Level = LogLevel.Warning, Message = "Store {Store} could not be subscribed to webhooks (topic: {Topic}): they will not be heard of until it is installed again.")]
        public static partial void NotSubscribed(ILogger logger, StoreId store, string? topic, Exception? exception);
    }
}
