using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Testing;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>What holds for a file only: it outlives the process, has a version, and serves one process.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly TemporaryFile _file = new();
    private readonly StoreId _store = StoreId.New(Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_was_written_survives_the_process()
    {
        await using (var first = await OpenAsync())
        {
            await first.GetRequiredService<IStoreDirectory>().SaveAsync(Sample.StoreRecord(_store), Token);
            await Lanes(first).AppendAsync([Sample.Event(_store, "m1", Now, Sample.UserId("ada"))], null, Now, Token);
            first.GetRequiredService<IKeyStore>().AddToKeyRing("key-1", "<key />");
        }

        await using var second = await OpenAsync();

        Assert.NotNull(await second.GetRequiredService<IStoreDirectory>().FindAsync(_store, Token));
        Assert.Equal(["<key />"], second.GetRequiredService<IKeyStore>().LoadKeyRing());
        var again = await Lanes(second).AppendAsync([Sample.Event(_store, "m1", Now, Sample.UserId("ada"))], null, Now, Token);
        Assert.Equal(AppendOutcome.Duplicate, again[0].Outcome);
        var work = Assert.Single((await Lanes(second).ClaimAsync(Claim("host-2"), Token)).Lanes);
        Assert.Equal(["m1"], work.Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task Leases_of_a_dead_process_are_void_at_start()
    {
        Guid sending;
        LaneWork held;
        await using (var first = await OpenAsync())
        {
            var work = await LeaseAsync(first, "m1", "ada");
            sending = (await Lanes(first).CommitAsync(
                [Sample.Turn(work) with { Outbox = [Sample.Message()], SendAs = "host-1" }], Lease, Now, Token))[0].Send!.OutboxId;
            held = await LeaseAsync(first, "m2", "grace");
        }

        await using var second = await OpenAsync(Now.AddSeconds(1));

        var late = await Lanes(second).CommitAsync([Sample.Turn(held)], Lease, Now, Token);
        var claimed = await Lanes(second).ClaimAsync(Claim("host-2"), Token);
        Assert.Equal(CommitOutcome.Stale, late[0].Outcome);
        Assert.Equal(held.Fence + 1, Assert.Single(claimed.Lanes).Fence);
        Assert.Empty(claimed.Sends);
        await using var row = await _file.QueryAsync("SELECT state, unknown_since FROM outbox WHERE outbox_id = $1", sending.ToByteArray(true));
        Assert.True(await row.ReadAsync(Token));
        Assert.Equal((2, Now.AddSeconds(1).ToUnixTimeMilliseconds()), (row.GetInt32(0), row.GetInt64(1)));
    }

    [Fact]
    public async Task Claims_of_a_dead_process_are_void_at_start()
    {
        var record = new CredentialRecord { Store = _store, Name = "shopify" };
        await using (var first = await OpenAsync())
        {
            var credentials = first.GetRequiredService<ICredentialStore>();
            await credentials.SaveAsync(record, Token);
            Assert.Equal(2, (await credentials.ClaimAsync(_store, "shopify", Now.AddHours(1), Now, Token))!.Version);
        }

        await using var second = await OpenAsync();

        var after = second.GetRequiredService<ICredentialStore>();
        Assert.False(await after.SaveAsync(record with { Version = 2 }, Token));
        Assert.NotNull(await after.ClaimAsync(_store, "shopify", Now.AddHours(1), Now, Token));
    }

    [Fact]
    public async Task Writes_are_synchronous_in_a_write_ahead_log()
    {
        await using var services = await OpenAsync();

        var (synchronous, foreignKeys) = await services.GetRequiredService<Database>().WriteAsync(
            sql => (sql.Number("SELECT synchronous FROM pragma_synchronous"), sql.Number("SELECT foreign_keys FROM pragma_foreign_keys")), Token);
        await using var mode = await _file.QueryAsync("SELECT journal_mode FROM pragma_journal_mode");
        await mode.ReadAsync(Token);

        Assert.Equal((2, 1), (synchronous, foreignKeys));
        Assert.Equal("wal", mode.GetString(0));
    }

    [Fact]
    public async Task The_schema_is_written_once()
    {
        await using (var first = await OpenAsync())
            await first.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);

        await using (await OpenAsync())
        {
        }

        await using var row = await _file.QueryAsync("SELECT count(*), max(version) FROM schema_version");
        await row.ReadAsync(Token);
        Assert.Equal((5, 5), (row.GetInt32(0), row.GetInt32(1)));
    }

    [Fact]
    public async Task Two_migrations_at_once_write_the_schema_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var connection = new SqliteConnection($"{_file.ConnectionString};Pooling=False");
            connection.Open();
            using var session = new Session(connection);
            Migrator.Apply(session);
        }, Token)));

        await using var row = await _file.QueryAsync("SELECT count(*) FROM schema_version");
        await row.ReadAsync(Token);
        Assert.Equal(5, row.GetInt32(0));
    }

    [Fact]
    public async Task A_newer_database_is_refused()
    {
        await using (await OpenAsync())
        await using (var write = await _file.QueryAsync("INSERT INTO schema_version (version, name) VALUES (99, '0099_future')"))
            await write.ReadAsync(Token);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync());

        Assert.Contains("version 99", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_database_is_not_kept_locked()
    {
        await using (await OpenAsync())
        await using (var write = await _file.QueryAsync("INSERT INTO schema_version (version, name) VALUES (99, '0099_future')"))
            await write.ReadAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync());
        await using (var write = await _file.QueryAsync("DELETE FROM schema_version WHERE version = 99"))
            await write.ReadAsync(Token);

        await using var services = await OpenAsync();
        await services.GetRequiredService<IStorageLifecycle>().PingAsync(Token);
    }

    [Fact]
    public async Task A_second_process_is_refused_until_the_first_is_gone()
    {
        // The system's file lock belongs to the open file, so this one stands for another process's.
        await using (new FileStream(_file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync());
            Assert.Contains("Another process", fault.Message, StringComparison.Ordinal);
        }

        await using var services = await OpenAsync();
        await services.GetRequiredService<IStorageLifecycle>().PingAsync(Token);
    }

    [Fact]
    public async Task Openers_of_one_process_share_the_file_and_leave_each_other_s_leases_alone()
    {
        await using var first = await OpenAsync();
        var held = await LeaseAsync(first, "m1", "ada");

        await using (var second = await OpenAsync())
        {
            Assert.Empty((await Lanes(second).ClaimAsync(Claim("host-2"), Token)).Lanes);
            Assert.Equal(CommitOutcome.Committed, (await Lanes(first).CommitAsync([Sample.Turn(held)], Lease, Now, Token))[0].Outcome);
            await second.GetRequiredService<IStoreDirectory>().SaveAsync(Sample.StoreRecord(_store), Token);
        }

        Assert.NotNull(await first.GetRequiredService<IStoreDirectory>().FindAsync(_store, Token));
        Assert.Throws<IOException>(() => new FileStream(_file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    [Fact]
    public async Task Tokens_written_by_the_first_schema_move_to_their_own_table()
    {
        await using (var connection = new SqliteConnection($"{_file.ConnectionString};Pooling=False"))
        {
            connection.Open();
            using var session = new Session(connection);
            Migrator.Apply(session, upTo: 1);
            session.Run(
                """
                INSERT INTO stores (store_id, shop_domain, wrapped_data_key, shopify_credentials, whatsapp_credentials, whatsapp_enabled, version, created_at, updated_at)
                VALUES (?1, 'demo-shop.myshopify.com', x'00', x'0102', x'', 0, 3, 0, 0), (?2, 'gone.myshopify.com', x'00', x'', x'', 0, 1, 0, 0)
                """,
                _store, StoreId.New(Now));
        }

        await using var services = await OpenAsync();
        var credentials = services.GetRequiredService<ICredentialStore>();

        var moved = await credentials.FindAsync(_store, "shopify", Token);
        Assert.Equal((1, "0102"), (moved!.Version, Convert.ToHexString(moved.Value.Span)));
        Assert.Equal([_store], await credentials.FindDueAsync("shopify", Now, null, 10, Token));
        Assert.Equal(3, (await services.GetRequiredService<IStoreDirectory>().FindAsync(_store, Token))!.Version);
    }

    [Fact]
    public async Task The_key_ring_may_be_read_before_the_start()
    {
        await using var services = SqliteHarness.Provider(_file.ConnectionString);

        Assert.Empty(services.GetRequiredService<IKeyStore>().LoadKeyRing());
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public async Task A_database_in_memory_needs_no_file_and_no_lock(string connectionString)
    {
        await using var services = SqliteHarness.Provider(connectionString);
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        var directory = services.GetRequiredService<IStoreDirectory>();

        await directory.SaveAsync(Sample.StoreRecord(_store), Token);

        Assert.NotNull(await directory.FindAsync(_store, Token));
        Assert.False(File.Exists(":memory:.lock") || File.Exists("shared.lock"));
    }

    [Fact]
    public async Task A_call_after_the_end_says_so()
    {
        var services = await OpenAsync();
        var (lanes, directory) = (Lanes(services), services.GetRequiredService<IStoreDirectory>());
        await services.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await lanes.ClaimAsync(Claim("host-1"), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await directory.FindAsync(_store, Token));
    }

    [Fact]
    public async Task A_call_that_fails_leaves_nothing_behind()
    {
        await using var services = await OpenAsync();
        var database = services.GetRequiredService<Database>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await database.WriteAsync<int>(
            sql =>
            {
                sql.Run("INSERT INTO key_ring (name, xml) VALUES ('a', '<a />')");
                throw new InvalidOperationException("fault");
            },
            Token));

        Assert.Empty(services.GetRequiredService<IKeyStore>().LoadKeyRing());
    }

    [Fact]
    public async Task Look_ups_do_not_wait_for_the_writer()
    {
        await using var services = await OpenAsync();
        var (database, directory) = (services.GetRequiredService<Database>(), services.GetRequiredService<IStoreDirectory>());
        await directory.SaveAsync(Sample.StoreRecord(_store), Token);

        var found = await database.WriteAsync(
            sql =>
            {
                sql.Run("DELETE FROM stores");
                return directory.FindAsync(_store, Token).AsTask();
            },
            Token);

        Assert.NotNull(await found);
    }

    private async Task<ServiceProvider> OpenAsync(DateTimeOffset? now = null)
    {
        var services = SqliteHarness.Provider(_file.ConnectionString);
        try
        {
            await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(now ?? Now, Token);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    private async Task<LaneWork> LeaseAsync(ServiceProvider services, string key, string person) =>
        (await Lanes(services).AppendAsync([Sample.Event(_store, key, Now, Sample.UserId(person))], Claim("host-1"), Now, Token))[0].Work!;

    private static ILaneStore Lanes(ServiceProvider services) => services.GetRequiredService<ILaneStore>();

    private static ClaimRequest Claim(string owner) => new(owner, Now, Lease, 10, 10);
}
