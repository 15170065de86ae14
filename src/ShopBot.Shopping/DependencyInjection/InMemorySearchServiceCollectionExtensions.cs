using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Search;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers product search in memory.</summary>
public static class InMemorySearchServiceCollectionExtensions
{
    /// <summary>
    /// Keeps the words of products in this process's memory, beside <c>AddShopBotInMemory</c>, which is to be called before. The SQLite and PostgreSQL providers bring their own.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddShopBotInMemorySearch(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(InMemoryProductIndex)))
            return services;
        services.AddSingleton<InMemoryProductIndex>();
        services.AddSingleton<InMemoryExportStore>();
        services.TryAddSingleton<IProductIndex>(provider => provider.GetRequiredService<InMemoryProductIndex>());
        services.TryAddSingleton<IExportStore>(provider => provider.GetRequiredService<InMemoryExportStore>());
        if (services.LastOrDefault(service => service.ServiceType == typeof(IErasure)) is { } erasure)
        {
            services.Remove(erasure);
            services.AddSingleton<IErasure>(provider => new ErasureWithIndex(
                (IErasure)(erasure.ImplementationInstance ?? erasure.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, erasure.ImplementationType!)),
                provider.GetRequiredService<InMemoryProductIndex>(),
                provider.GetRequiredService<InMemoryExportStore>()));
        }

        return services;
    }
}
