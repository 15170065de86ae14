using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Postgres;
using ShopBot.Storage.Postgres.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the PostgreSQL provider.</summary>
public static class PostgresServiceCollectionExtensions
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Keeps everything in one PostgreSQL database (version 15 or newer), which any number of hosts share: lanes, stores, credentials, keys. Calling it again only configures the options further.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the connection string and how the server is reached.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddShopBotPostgres(this IServiceCollection services, Action<PostgresStorageOptions> configure)
    {
        services.AddLogging();
        services.AddOptions<PostgresStorageOptions>()
            .Configure(configure)
            .Validate(o => !string.IsNullOrWhiteSpace(o.ConnectionString), "PostgresStorageOptions.ConnectionString is empty.")
            .Validate(o => o.RetryFor >= TimeSpan.Zero && o.RetryFor <= LongestRetry, "PostgresStorageOptions.RetryFor must be 0 to 5 minutes.")
            .Validate(o => o.NotifyEvery >= ShortestPause && o.NotifyEvery <= LongestPause, "PostgresStorageOptions.NotifyEvery must be 5 to 20 milliseconds.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Database>();
        services.TryAddSingleton<ILaneStore, PostgresLaneStore>();
        services.TryAddSingleton<IConversationReader, PostgresConversationReader>();
        services.TryAddSingleton<IErasure, PostgresErasure>();
        services.TryAddSingleton<IHostBus, PostgresHostBus>();
        services.TryAddSingleton<IStoreDirectory, PostgresStoreDirectory>();
        services.TryAddSingleton<ICredentialStore, PostgresCredentialStore>();
        services.TryAddSingleton<ITicketStore, PostgresTicketStore>();
        services.TryAddSingleton<IKeyStore, PostgresKeyStore>();
        services.TryAddSingleton<IStorageLifecycle, PostgresStorageLifecycle>();
        services.TryAddSingleton<IProductIndex, PostgresProductIndex>();
        services.TryAddSingleton<IExportStore, PostgresExportStore>();
        services.TryAddSingleton<IStoredRows, PostgresStoredRows>();
        return services;
    }
}
