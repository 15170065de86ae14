using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopify;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Consent;
using ShopBot.Shopify.Diagnostics;
using ShopBot.Shopify.Install;
using ShopBot.Shopify.Orders;
using ShopBot.Shopify.Pacing;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Advice;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Search;
using ShopBot.Shopping.Settings;
using Shopify.Client;
using Shopify.Client.Auth;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Shopify as the shop behind the conversation.</summary>
public static class ShopifyShopBuilderExtensions
{
    /// <summary>
    /// Answers the shopping contracts from Shopify. Needs <c>AddShopifyClient</c> and <c>AddShopifyApp</c>. Tokens and begun installations are kept in the
    /// engine's storage, encrypted; tokens are renewed once for all hosts that share it (<see cref="ShopifyTokens"/>).
    /// </summary>
    public static ShopBotBuilder AddShopifyShop(this ShopBotBuilder builder, Action<ShopifyShopOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<ShopifyShopOptions>()
            .Configure(configure)
            .Validate(o => o.PublicUrl is { IsAbsoluteUri: true }, "ShopBot:PublicUrl is required: the address Shopify calls back.")
            .Validate(o => o.CatalogCacheTime > TimeSpan.Zero, "CatalogCacheTime must be above zero.")
            .Validate(o => o.SharedCatalogCacheTime > TimeSpan.Zero, "SharedCatalogCacheTime must be above zero.")
            .Validate(o => o.CatalogExportEvery >= TimeSpan.FromMinutes(1), "CatalogExportEvery must be at least one minute.")
            .Validate(o => o.CheckoutProbeLifetime > TimeSpan.Zero, "CheckoutProbeLifetime must be above zero.")
            .ValidateOnStart();
        services.AddHttpClient();
        services.AddHybridCache();
        AddCachedTypes(services);
        ShareCostBudget(services);
        // Before the default in memory: what the engine's storage keeps, all hosts share.
        services.TryAddSingleton<IShopifyTokenStore, StoredShopifyTokens>();
        services.AddShopifyTokens();
        services.AddShopifyVersionWatch();
        services.AddSingleton<IShopifyInstallStateStore, StoredInstallStates>();
        services.TryAddSingleton<ShopifySessions>();
        AddSearch(services);
        services.TryAddSingleton(static provider => new ShopifyInstaller(
            provider.GetRequiredService<StoreRegistry>(),
            provider.GetRequiredService<ShopifyClient>(),
            provider.GetRequiredService<ShopifyTokens>(),
            provider.GetRequiredService<CatalogSearch>(),
            provider.GetRequiredService<WhatsAppInbox>(),
            provider.GetRequiredService<IOptions<ShopifyShopOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ShopifyInstaller>>()));
        services.TryAddSingleton<ShopifyShopMetrics>();
        services.TryAddSingleton<ShopAddress>();
        services.TryAddSingleton<CatalogTranslations>();
        services.TryAddSingleton<ShopMarkets>();
        services.TryAddSingleton<IShopCatalog, ShopifyCatalog>();
        services.TryAddSingleton<IShopOrders, ShopifyOrders>();
        services.TryAddSingleton<IShopAdvice, ShopifyAdvice>();
        AddCheckout(services);
        AddWebhooks(services);
        AddConsentMirror(builder);
        return builder;
    }

    private static void AddConsentMirror(ShopBotBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(ConsentMirrorMark)))
            return;
        builder.Services.AddSingleton<ConsentMirrorMark>();
        builder.AddEventHandler<ConsentMirror>(MarketingConsentChanged.Kind, ConversationEvents.ConsentChanged);
    }

    private static void AddCachedTypes(IServiceCollection services)
    {
        if (services.Any(service => service.ImplementationType == typeof(ShopifyCatalog)))
            return;
        foreach (var type in CatalogJson.Types)
            services.AddSingleton(type);
    }

    /// <summary>With shared counters the points are counted over all hosts, otherwise as the client does it. A budget that the host registered as an instance stays.</summary>
    private static void ShareCostBudget(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(IShopifyCostBudget)) is not { ImplementationFactory: { } alone } registered)
            return;
        services.Remove(registered);
        services.AddSingleton<IShopifyCostBudget>(provider => provider.GetService<ICounterStore>() is { } counters
            ? new SharedCostBudget(counters, provider.GetRequiredService<IOptions<ShopifyClientOptions>>(), provider.GetRequiredService<TimeProvider>())
            : (IShopifyCostBudget)alone(provider));
    }

    /// <summary>Only a storage that keeps an index is searched; others register nothing of it.</summary>
    private static void AddSearch(IServiceCollection services)
    {
        services.TryAddSingleton(static provider =>
        {
            if (!provider.GetRequiredService<IOptions<ShopifyShopOptions>>().Value.UseSearchIndex
                || provider.GetService<IProductIndex>() is not { } index || provider.GetService<IExportStore>() is not { } exports)
                return new CatalogSearch(null, null, null);
            var search = new ProductSearch(index);
            return new CatalogSearch(search, new CatalogExports(
                exports,
                search,
                provider.GetRequiredService<StoreRegistry>(),
                provider.GetRequiredService<ShopifySessions>(),
                provider.GetRequiredService<ShopifyClient>(),
                provider.GetRequiredService<IOptions<ShopifyShopOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<CatalogExports>>()),
                provider.GetService<IShopSettings>());
        });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CatalogExportService>());
    }

    private static void AddCheckout(IServiceCollection services)
    {
        services.TryAddSingleton<CartPermalink>();
        services.TryAddSingleton<BuyEndpoints>();
        services.TryAddSingleton<LineCheck>();
        services.TryAddSingleton<CheckoutProbe>();
        services.TryAddSingleton<CheckoutPlans>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<ICheckoutWay, StorefrontCartWay>(),
            ServiceDescriptor.Singleton<ICheckoutWay, CartPermalinkWay>(),
            ServiceDescriptor.Singleton<ICheckoutWay, BuyPermalinkWay>(),
            ServiceDescriptor.Singleton<ICheckoutWay, DraftOrderWay>(),
        ]);
        services.TryAddSingleton<ICheckoutLinks, CheckoutLinks>();
        services.TryAddSingleton<IShopCheckout, ShopifyCheckout>();
    }

    private static void AddWebhooks(IServiceCollection services)
    {
        services.TryAddSingleton<ChatCustomers>();
        services.TryAddSingleton<ChatCarts>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IWebhookReaction, PaidOrders>(),
            ServiceDescriptor.Singleton<IWebhookReaction, PlacedOrders>(),
            ServiceDescriptor.Singleton<IWebhookReaction, Parcels>(),
            ServiceDescriptor.Singleton<IWebhookReaction, CatalogChanges>(),
            ServiceDescriptor.Singleton<IWebhookReaction, StockReturns>(),
            ServiceDescriptor.Singleton<IWebhookReaction, SearchChanges>(),
            ServiceDescriptor.Singleton<IWebhookReaction, ShopChanges>(),
            ServiceDescriptor.Singleton<IWebhookReaction, ComplianceRequests>(),
        ]);
        services.TryAddSingleton(static provider => new ShopifyEvents(
            provider.GetRequiredService<StoreRegistry>(),
            provider.GetServices<IWebhookReaction>(),
            provider.GetRequiredService<ILogger<ShopifyEvents>>()));
    }
}
