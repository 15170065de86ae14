using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>The provider on a file of its own.</summary>
internal class SqliteHarness : StorageHarness
{
    // What the fixture's rows are in; suites begin with nothing.
    private const string Empty =
        """
        DELETE FROM stores; DELETE FROM customers; DELETE FROM customer_aliases; DELETE FROM lanes; DELETE FROM inbox; DELETE FROM outbox; DELETE FROM events; DELETE FROM seen;
        DELETE FROM lookup_keys; DELETE FROM key_ring; DELETE FROM credentials
        """;

    private readonly TemporaryFile _file = new();
    private readonly ServiceProvider _services;

    /// <param name="released">The version that made the file; null for the one of today.</param>
    protected SqliteHarness(string? released = null)
    {
        if (released is not null)
        {
            ReleasedSchemas.Write(released, _file.ConnectionString);
            using (var upgrade = Provider(_file.ConnectionString))
                upgrade.GetRequiredService<IKeyStore>().LoadKeyRing();
            ReleasedSchemas.Run(_file.ConnectionString, Empty);
        }

        _services = Provider(_file.ConnectionString);
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

    public static StorageHarness Open() => new SqliteHarness();

    public static ServiceProvider Provider(string connectionString) =>
        new ServiceCollection().AddShopBotSqlite(options => options.ConnectionString = connectionString).BuildServiceProvider();

    public override async ValueTask<OutboxFacts?> FindOutboxAsync(StoreId store, Guid id)
    {
        await using var row = await _file.QueryAsync(
            """
            SELECT CASE state WHEN 0 THEN 'Pending' WHEN 1 THEN 'Sending' WHEN 2 THEN 'Unknown' WHEN 3 THEN 'Sent'
                WHEN 4 THEN 'Rejected' ELSE 'Uncertain' END, message_ref, coalesce(message_id, x''), delivery, error_code
            FROM outbox WHERE store_id = $1 AND outbox_id = $2
            """,
            Key(store.Value), Key(id));
        return !await row.ReadAsync() ? null : new OutboxFacts(
            row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), Sample.Text(row.GetFieldValue<byte[]>(2)),
            (DeliveryStatus)row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4));
    }

    public override async ValueTask<ParkedFacts?> FindParkedAsync(LaneKey lane, long seq)
    {
        await using var row = await _file.QueryAsync(
            """
            SELECT event_key, cause, attempts FROM inbox
            WHERE store_id = $1 AND channel = $2 AND customer_id = $3 AND seq = $4 AND state = 2
            """,
            Key(lane.Store.Value), lane.Channel, Key(lane.Customer.Value), seq);
        return await row.ReadAsync() ? new ParkedFacts(row.GetString(0), row.GetString(1), row.GetInt32(2)) : null;
    }

    public override async ValueTask<int> CountEventsAsync(StoreId store, string kind)
    {
        await using var row = await _file.QueryAsync("SELECT count(*) FROM events WHERE store_id = $1 AND kind = $2", Key(store.Value), kind);
        await row.ReadAsync();
        return row.GetInt32(0);
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _file.Dispose();
    }

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);
}
