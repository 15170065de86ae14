using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Conformance;

/// <summary>The provider on a database of its own.</summary>
internal class PostgresHarness : StorageHarness
{
    private readonly ServiceProvider _services;

    protected PostgresHarness(string script = "", Func<TestDatabase, ServiceProvider>? host = null)
    {
        Database = TestServer.Lend(script);
        _services = host?.Invoke(Database) ?? Provider(Database.Host(0));
    }

    public override ILaneStore Lanes => _services.GetRequiredService<ILaneStore>();

    public override IConversationReader Reader => _services.GetRequiredService<IConversationReader>();

    public override IErasure Erasure => _services.GetRequiredService<IErasure>();

    public override IStoreDirectory Stores => _services.GetRequiredService<IStoreDirectory>();

    public override ICredentialStore Credentials => _services.GetRequiredService<ICredentialStore>();

    public override ITicketStore Tickets => _services.GetRequiredService<ITicketStore>();

    public override IKeyStore Keys => _services.GetRequiredService<IKeyStore>();

    public override IProductIndex Products => _services.GetRequiredService<IProductIndex>();

    public override IExportStore Exports => _services.GetRequiredService<IExportStore>();

    public override IStorageLifecycle Lifecycle => _services.GetRequiredService<IStorageLifecycle>();

    protected TestDatabase Database { get; }

    public static StorageHarness Open() => new PostgresHarness();

    /// <summary>A host over connections that are open already.</summary>
    public static ServiceProvider Provider(Internal.Database database) =>
        new ServiceCollection().AddSingleton(database).AddShopBotPostgres(options => options.ConnectionString = "Host=unused").BuildServiceProvider();

    /// <summary>A host with connections of its own.</summary>
    public static ServiceProvider Provider(string connectionString, Action<PostgresStorageOptions>? more = null) =>
        new ServiceCollection().AddShopBotPostgres(options =>
        {
            options.ConnectionString = connectionString;
            more?.Invoke(options);
        }).BuildServiceProvider();

    public override async ValueTask<OutboxFacts?> FindOutboxAsync(StoreId store, Guid id) =>
        await Database.QueryAsync(
            """
            select (array['Pending', 'Sending', 'Unknown', 'Sent', 'Rejected', 'Uncertain'])[state + 1], message_ref, coalesce(message_id, ''), delivery, error_code
            from shopbot.outbox where store_id = $1 and outbox_id = $2
            """,
            store.Value, id) is [var row]
            ? new OutboxFacts((string)row[0]!, (string?)row[1], Sample.Text((byte[])row[2]!), (DeliveryStatus)(short)row[3]!, (int?)row[4])
            : null;

    public override async ValueTask<ParkedFacts?> FindParkedAsync(LaneKey lane, long seq) =>
        await Database.QueryAsync(
            """
            select event_key, cause, attempts from shopbot.inbox
            where store_id = $1 and channel = $2 and customer_id = $3 and seq = $4 and parked_at is not null
            """,
            lane.Store.Value, lane.Channel, lane.Customer.Value, seq) is [var row]
            ? new ParkedFacts((string)row[0]!, (string)row[1]!, (int)row[2]!)
            : null;

    public override async ValueTask<int> CountEventsAsync(StoreId store, string kind) =>
        (int)(long)(await Database.QueryAsync("select count(*) from shopbot.events where store_id = $1 and kind = $2", store.Value, kind))[0][0]!;

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        TestServer.Return(Database);
    }
}
