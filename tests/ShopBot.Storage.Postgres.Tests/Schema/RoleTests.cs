using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Schema;

/// <summary>The roles of <c>sql/roles.sql</c>: the host's own may work and no more, the reader may read.</summary>
public sealed class RoleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_works_with_the_least_of_rights_and_lists_come_from_a_reader()
    {
        var database = TestServer.Make();
        await using (var owner = PostgresHarness.Provider(database.ConnectionString))
            await owner.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        database.Run(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "roles.sql"), Token));
        var (app, reader) = ($"app_{database.Name}", $"reader_{database.Name}");
        database.Run($"create role {app} login in role shopbot_app; create role {reader} login in role shopbot_reader");
        var store = StoreId.New(Now);

        await using (var host = PostgresHarness.Provider(As(database, app), options =>
        {
            options.Migrate = false;
            options.ReplicaConnectionString = As(database, reader) + ";Options=-c default_transaction_read_only=on";
        }))
        {
            await host.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
            await host.GetRequiredService<IStoreDirectory>().SaveAsync(Sample.StoreRecord(store), Token);
            var lanes = host.GetRequiredService<ILaneStore>();
            var claim = new ClaimRequest("host-1", Now, TimeSpan.FromSeconds(10), 10, 10);
            var work = (await lanes.AppendAsync([Sample.Event(store, "m1", Now, Sample.UserId("ada"))], claim, Now, Token))[0].Work!;
            await lanes.CommitAsync([Sample.Turn(work) with { Outbox = [Sample.Message()], Timers = [new TimerChange("t", Now)] }], TimeSpan.FromSeconds(10), Now, Token);
            await lanes.SweepAsync(new SweepRequest(Now, TimeSpan.Zero, TimeSpan.FromDays(14), 100), Token);

            // Lists come over the reader's connection, which could not write.
            Assert.Single(await host.GetRequiredService<IConversationReader>().ListLanesAsync(store, new LaneFilter(), null, 10, Token));
            Assert.Equal(2, (await host.GetRequiredService<IConversationReader>().ReadHistoryAsync(work.Lane, null, 10, Token)).Count(entry => entry is InboundEntry));
            Assert.NotEmpty(await database.QueryAsync("select 1 from pg_stat_activity where usename = $1", reader));
            Assert.True(await host.GetRequiredService<IErasure>().EraseStoreAsync(store, Token));
        }

        foreach (var (role, sql) in new[]
        {
            (app, "create table shopbot.more (id int)"), (app, "drop table shopbot.lanes"), (app, "alter table shopbot.lanes add column more int"), (app, "truncate shopbot.seen"),
            (app, "delete from shopbot.schema_version"), (reader, "delete from shopbot.lanes"), (reader, "select * from shopbot.key_ring"), (reader, "select * from shopbot.credentials"),
        })
        {
            await using var connection = new NpgsqlConnection(As(database, role) + ";Pooling=false");
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand(sql, connection);
            var fault = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Token));
            Assert.Equal("42501", fault.SqlState);
        }

        database.Drop();
    }

    private static string As(TestDatabase database, string role) => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role }.ConnectionString;
}
