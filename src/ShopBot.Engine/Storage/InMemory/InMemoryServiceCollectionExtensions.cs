using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the in-memory provider.</summary>
public static class InMemoryServiceCollectionExtensions
{
    /// <summary>
    /// Keeps everything in this process's memory: for tests and trials. It keeps every promise of the storage contracts but one:
    /// nothing outlives the process.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddShopBotInMemory(this IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryStorage>();
        services.TryAddSingleton<ILaneStore>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<IConversationReader>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<IErasure>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<IStoreDirectory>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<ICredentialStore>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<ITicketStore>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<IKeyStore>(provider => provider.GetRequiredService<InMemoryStorage>());
        services.TryAddSingleton<IStorageLifecycle>(provider => provider.GetRequiredService<InMemoryStorage>());
        return services;
    }
}
