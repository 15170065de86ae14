using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.DependencyInjection;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Events;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Outbox;
using ShopBot.Engine.Pacing;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the conversation engine.</summary>
public static class ShopBotServiceCollectionExtensions
{
    private const string AStorageProvider = "AddShopBotSqlite() or another storage provider's AddShopBot…()";
    private const string TheWhatsAppClient = "AddWhatsAppClient()";

    /// <summary>
    /// Adds the engine. It also needs a storage provider (<c>AddShopBotSqlite</c>), the WhatsApp client (<c>AddWhatsAppClient</c>) and a flow
    /// (<c>AddFlow</c>); what is missing is named when the host starts. Safe to call twice.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the settings.</param>
    public static ShopBotBuilder AddShopBot(this IServiceCollection services, Action<ShopBotOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ShopBotOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopBotOptions>, ShopBotOptionsValidator>());

        services.AddLogging();
        services.AddMetrics();
        services.AddDataProtection().SetApplicationName("ShopBot");
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KeyManagementOptions>, KeyRingOptions>(sp =>
            new KeyRingOptions(Need<IKeyStore>(sp, AStorageProvider))));

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostIdentity>();
        services.TryAddSingleton<IHostBus, SilentHostBus>();
        services.TryAddSingleton<EngineMetrics>();
        services.TryAddSingleton<DataKeys>();
        services.TryAddSingleton<IStoreCache, InMemoryStoreCache>();
        services.TryAddSingleton(sp => new KeyRotation(
            sp.GetRequiredService<IKeyManager>(),
            new RingLocks(Need<IKeyStore>(sp, AStorageProvider), sp.GetRequiredService<IOptions<KeyManagementOptions>>(), sp),
            Need<IStoreDirectory>(sp, AStorageProvider),
            sp.GetRequiredService<DataKeys>(),
            new DataKeyRenewal(
                sp.GetRequiredService<IStoreDirectory>(), sp.GetRequiredService<IStoreCache>(), sp.GetRequiredService<DataKeys>(), sp.GetService<IStoredRows>(),
                sp.GetRequiredService<TimeProvider>()),
            new LookupKeyRenewal(
                sp.GetRequiredService<IKeyStore>(), sp.GetRequiredService<LookupHasher>(), sp.GetRequiredService<IStoreDirectory>(), sp.GetRequiredService<StoreRegistry>(),
                sp.GetRequiredService<DataKeys>(), sp.GetService<IStoredRows>(), sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<TimeProvider>()),
            sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new BotConfigs(Need<ICredentialStore>(sp, AStorageProvider), sp.GetRequiredService<IDataProtectionProvider>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new StorageTransfer(Need<IStoredRows>(sp, "a storage provider that keeps its rows"), sp.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, KeyRingCheck>(sp => new KeyRingCheck(
            Need<IKeyStore>(sp, AStorageProvider), sp.GetRequiredService<IOptions<KeyManagementOptions>>(), sp.GetService<IHostEnvironment>(),
            sp.GetRequiredService<ILogger<KeyRingCheck>>())));
        services.TryAddSingleton(sp => new LookupHasher(
            Need<IKeyStore>(sp, AStorageProvider), sp.GetRequiredService<IDataProtectionProvider>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new ShopifyVault(
            Need<IStoreDirectory>(sp, AStorageProvider), Need<ICredentialStore>(sp, AStorageProvider), sp.GetRequiredService<IStoreCache>(),
            sp.GetRequiredService<DataKeys>(),
            sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new StoreRegistry(
            Need<IStoreDirectory>(sp, AStorageProvider), sp.GetRequiredService<IStoreCache>(), sp.GetRequiredService<ShopifyVault>(), sp.GetRequiredService<DataKeys>(), sp.GetRequiredService<LookupHasher>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new StoreDocuments(
            sp.GetRequiredService<StoreRegistry>(), Need<ICredentialStore>(sp, AStorageProvider), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new WhatsAppSetup(
            sp.GetRequiredService<StoreRegistry>(), Need<WhatsAppClient>(sp, TheWhatsAppClient), sp.GetRequiredService<IOptions<ShopBotOptions>>().Value));
        services.TryAddSingleton(sp => new Bot(new BotParts
        {
            Flows = [.. sp.GetServices<IFlow>()],
            Middleware = sp.GetServices<ITurnMiddleware>(),
            Outgoing = sp.GetServices<IOutgoingMiddleware>(),
            Texts = sp.GetServices<ITextSource>(),
            Assistant = sp.GetService<IAssistant>(),
            OptOut = sp.GetRequiredService<IOptions<ShopBotOptions>>().Value.OptOut,
            HandOff = sp.GetRequiredService<IOptions<ShopBotOptions>>().Value.HandOff,
            Scopes = sp.GetRequiredService<IServiceScopeFactory>(),
        }));
        // Without shared counters none is registered, and the client counts in this process.
        services.TryAddSingleton(static sp => sp.GetService<ICounterStore>() is { } counters ? (WhatsAppRateLimiter)new SharedRateLimiter(counters) : null!);
        services.TryAddSingleton<EventSubscriptions>();
        services.TryAddSingleton<EventDelivery>();
        services.TryAddSingleton<InboxMapper>();
        services.TryAddSingleton(sp => new CustomerDirectory(Need<IConversationReader>(sp, AStorageProvider), sp.GetRequiredService<InboxMapper>()));
        services.TryAddSingleton<TurnCodec>();
        services.TryAddSingleton(static sp => new StoreActivity(sp.GetRequiredService<IHostBus>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<LaneWriter>();
        services.TryAddSingleton<LaneMerger>();
        services.TryAddSingleton<LeaseKeeper>();
        services.TryAddSingleton(sp => new ReadMarker(
            Need<WhatsAppClient>(sp, TheWhatsAppClient), sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(sp => new OutboxSender(
            Need<WhatsAppClient>(sp, TheWhatsAppClient), sp.GetRequiredService<StoreRegistry>(), sp.GetRequiredService<InboxMapper>(),
            sp.GetRequiredService<LaneWriter>(), sp.GetRequiredService<EventSubscriptions>(), sp.GetRequiredService<EngineMetrics>(),
            sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<OutboxSender>>()));
        services.TryAddSingleton(sp => new TurnRunner(
            sp.GetRequiredService<LaneWriter>(), sp.GetRequiredService<StoreRegistry>(), sp.GetRequiredService<Bot>(), sp.GetRequiredService<TurnCodec>(),
            sp.GetRequiredService<LaneMerger>(), sp.GetRequiredService<ReadMarker>(), sp.GetRequiredService<LeaseKeeper>(), sp.GetRequiredService<EngineMetrics>(),
            sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<TurnRunner>>()));
        services.TryAddSingleton<TurnDispatcher>();
        services.TryAddSingleton(sp => new WhatsAppInbox(
            sp.GetRequiredService<StoreRegistry>(), sp.GetRequiredService<InboxMapper>(), sp.GetRequiredService<LaneWriter>(), sp.GetRequiredService<TurnDispatcher>(),
            sp.GetRequiredService<EngineMetrics>(), sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<ILogger<WhatsAppInbox>>()));
        services.TryAddSingleton(sp => new StoreDesk(
            Need<IConversationReader>(sp, AStorageProvider), sp.GetRequiredService<WhatsAppInbox>(), sp.GetRequiredService<InboxMapper>(), sp.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EngineService>(sp => new EngineService(
            Need<IStorageLifecycle>(sp, AStorageProvider), sp.GetRequiredService<LookupHasher>(), Need<ILaneStore>(sp, AStorageProvider), sp.GetRequiredService<TurnDispatcher>(),
            sp.GetRequiredService<EngineMetrics>(), sp.GetRequiredService<IOptions<ShopBotOptions>>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<ILogger<EngineService>>())));
        return new ShopBotBuilder(services);
    }

    /// <summary>
    /// Locks the data-protection key ring in the database with a key from configuration, so that the database alone opens nothing. Keys that are in the ring already
    /// stay as they are until <see cref="KeyRotation.RelockRing"/> locks them too.
    /// </summary>
    /// <param name="builder">The engine.</param>
    /// <param name="key">32 random bytes in base64.</param>
    /// <param name="previousKeys">Earlier keys, which still open what they locked.</param>
    /// <exception cref="InvalidOperationException">A key is not 32 bytes in base64.</exception>
    public static ShopBotBuilder ProtectKeyRing(this ShopBotBuilder builder, string key, params IEnumerable<string> previousKeys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var secrets = new KeyRingSecrets(key, previousKeys);
        builder.Services.AddSingleton(secrets);
        builder.Services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new KeyRingLock(secrets));
        return builder;
    }

    private static T Need<T>(IServiceProvider services, string call)
        where T : class =>
        services.GetService<T>() ?? throw new InvalidOperationException($"ShopBot needs {typeof(T).Name}, which nobody registered: call {call}.");
}
