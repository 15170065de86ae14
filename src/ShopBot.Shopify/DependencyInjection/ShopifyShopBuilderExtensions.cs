using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ShopBot.Engine;
using ShopBot.Shopify;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Install;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
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
            .ValidateOnStart();
        services.AddHybridCache();
        // Before the default in memory: what the engine's storage keeps, all hosts share.
        services.TryAddSingleton<IShopifyTokenStore, StoredShopifyTokens>();
        services.AddShopifyTokens();
        services.AddSingleton<IShopifyInstallStateStore, StoredInstallStates>();
        services.TryAddSingleton<ShopifySessions>();
        services.TryAddSingleton<ShopifyInstaller>();
        services.TryAddSingleton<ShopifyEvents>();
        services.TryAddSingleton<CartPermalink>();
        services.TryAddSingleton<IShopCatalog, ShopifyCatalog>();
        services.TryAddSingleton<IShopCheckout, ShopifyCheckout>();
        return builder;
    }
}
