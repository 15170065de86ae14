using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Sqlite;
using ShopBot.Storage.Sqlite.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite provider.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Keeps everything in one SQLite file: lanes, stores, credentials, keys. Calling it again only configures the options further.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the connection string; null for the default file <c>shopbot.db</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddShopBotSqlite(this IServiceCollection services, Action<SqliteStorageOptions>? configure = null)
    {
        services.AddOptions<SqliteStorageOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(o => !string.IsNullOrWhiteSpace(o.ConnectionString), "SqliteStorageOptions.ConnectionString is empty.")
            .ValidateOnStart();
        services.TryAddSingleton<Database>();
        services.TryAddSingleton<ILaneStore, SqliteLaneStore>();
        services.TryAddSingleton<IConversationReader, SqliteConversationReader>();
        services.TryAddSingleton<IErasure, SqliteErasure>();
        services.TryAddSingleton<IStoreDirectory, SqliteStoreDirectory>();
        services.TryAddSingleton<ICredentialStore, SqliteCredentialStore>();
        services.TryAddSingleton<ITicketStore, SqliteTicketStore>();
        services.TryAddSingleton<IKeyStore, SqliteKeyStore>();
        services.TryAddSingleton<IStorageLifecycle, SqliteStorageLifecycle>();
        services.TryAddSingleton<IProductIndex, SqliteProductIndex>();
        services.TryAddSingleton<IExportStore, SqliteExportStore>();
        services.TryAddSingleton<IStoredRows, SqliteStoredRows>();
        services.TryAddSingleton(provider => new SqliteMaintenance(provider.GetRequiredService<Database>()));
        return services;
    }
}
