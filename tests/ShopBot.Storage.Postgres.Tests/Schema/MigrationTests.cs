using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Storage.Postgres.Tests.Schema;

public sealed class MigrationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_hosts_that_start_at_once_migrate_once()
    {
        var database = TestServer.Make();
        var hosts = Enumerable.Range(0, 4).Select(_ => PostgresHarness.Provider(database.ConnectionString)).ToArray();

        await Task.WhenAll(hosts.Select(host => Task.Run(async () => await host.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token), Token)));

        Assert.Equal([[1L], [2L], [3L]], await database.QueryAsync("select version from shopbot.schema_version order by version"));
        foreach (var host in hosts)
            await host.DisposeAsync();
        database.Drop();
    }

    [Fact]
    public async Task A_host_that_waited_for_another_sees_what_that_one_did()
    {
        var database = TestServer.Make();
        await using var first = new NpgsqlConnection(database.PlainConnectionString);
        await using var second = new NpgsqlConnection(database.PlainConnectionString);
        await first.OpenAsync(Token);
        await second.OpenAsync(Token);
        await RunAsync(first, $"select pg_advisory_lock({Migrator.LockNumber})");
        var waiting = Task.Run(() => Migrator.Apply(second, migrate: true), Token);
        // Of this database alone: other tests of the server wait for locks too.
        const string isWaiting = "select 1 from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and not l.granted";
        while (!waiting.IsCompleted && await database.QueryAsync(isWaiting) is [])
            await Task.Delay(10, Token);
        Assert.False(waiting.IsCompleted, "the second host did not wait for the first");

        // Little enough that the server does not tell the other connection of itself to look again.
        await RunAsync(first, "create schema shopbot; create table shopbot.schema_version (version bigint primary key, name text); insert into shopbot.schema_version values (1, 'a'), (2, 'b'), (3, 'c')");
        await RunAsync(first, $"select pg_advisory_unlock({Migrator.LockNumber})");
        await waiting;

        Assert.Equal([[3L]], await database.QueryAsync("select count(*) from shopbot.schema_version"));
        await first.CloseAsync();
        await second.CloseAsync();
        database.Drop();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var database = TestServer.Make();
        await StartAsync(database);
        database.Run("insert into shopbot.schema_version (version, name) values (99, 'later')");

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));

        Assert.Contains("99", fault.Message, StringComparison.Ordinal);
        database.Drop();
    }

    [Fact]
    public async Task Without_migrations_an_old_schema_is_refused_by_name()
    {
        var database = TestServer.Make(ReleasedSchemas.Read("0001"));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database, migrate: false));

        Assert.Contains("Migrate", fault.Message, StringComparison.Ordinal);
        database.Drop();
    }

    [Fact]
    public async Task The_key_ring_may_be_read_before_the_program_starts()
    {
        var database = TestServer.Make();
        await using (var host = PostgresHarness.Provider(database.ConnectionString))
            Assert.Empty(host.GetRequiredService<IKeyStore>().LoadKeyRing());
        database.Drop();
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Every_released_schema_becomes_the_one_of_today(string name)
    {
        Assert.SkipWhen(PostgresServer.FindBinaries() is null, "pg_dump is not installed here.");
        var (old, today) = (TestServer.Make(ReleasedSchemas.Read(name)), TestServer.Make());
        await StartAsync(old);
        await StartAsync(today);

        Assert.Equal(await SchemaOfAsync(today), await SchemaOfAsync(old));
        old.Drop();
        today.Drop();
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task What_an_old_program_left_goes_on(string name)
    {
        var database = TestServer.Make(ReleasedSchemas.Read(name));
        await using (var host = PostgresHarness.Provider(database.ConnectionString))
        {
            await host.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
            var store = await host.GetRequiredService<IStoreDirectory>().FindByShopDomainAsync("old-shop.myshopify.com", Token);
            var claimed = await host.GetRequiredService<ILaneStore>().ClaimAsync(new ClaimRequest("host-1", Now, TimeSpan.FromSeconds(10), 10, 10), Token);
            var listed = await host.GetRequiredService<IConversationReader>().ListLanesAsync(store!.Id, new LaneFilter(), null, 10, Token);

            Assert.Equal(("Old Shop", 3), (store.ShopName, store.Version));
            var work = Assert.Single(claimed.Lanes);
            Assert.Equal(("old", 7L, 5L), (Sample.Text(work.State), work.StateVersion, work.Fence));
            Assert.Equal(["old-message"], work.Events.Select(item => item.EventKey));
            Assert.Equal(["old-user"], work.Aliases.Select(alias => alias.Hash));
            Assert.Equal(1, Assert.Single(claimed.Sends).Attempt);
            Assert.Equal(work.Lane, Assert.Single(listed).Lane);
            Assert.Equal("old-note", Assert.Single(await host.GetRequiredService<IConversationReader>().ListEventsAsync(store.Id, [], null, 10, Token)).Place);
        }

        database.Drop();
    }

    public static TheoryData<string> Released() => [.. ReleasedSchemas.Names];

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task StartAsync(TestDatabase database, bool migrate = true)
    {
        await using var host = PostgresHarness.Provider(database.ConnectionString, options => options.Migrate = migrate);
        await host.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
    }

    private static async Task<string> SchemaOfAsync(TestDatabase database) => string.Join(
        '\n', (await TestServer.Server.DumpAsync(database.Name, schemaOnly: true, Token)).Split('\n').Where(line => !line.StartsWith('\\') && !line.StartsWith("--", StringComparison.Ordinal)));
}
