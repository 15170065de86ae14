using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.Storage.Postgres.Tests.Faults;

/// <summary>A server that is killed and started again, on a server of their own.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string Host = "host-1";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly StoreId _store = StoreId.New(Now);
    private PostgresServer _server = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ILaneStore Lanes => _services.GetRequiredService<ILaneStore>();

    private string ConnectionString => $"{_server.Address};Database=postgres";

    public async ValueTask InitializeAsync()
    {
        _ = TestServer.Server;
        Assert.SkipWhen(PostgresServer.FindBinaries() is null, "PostgreSQL is not installed here, so it cannot be restarted.");
        _server = await PostgresServer.StartAsync(ownOnly: true, cancellationToken: Token);
        _services = PostgresHarness.Provider(ConnectionString, options => options.RetryFor = TimeSpan.FromMinutes(2));
        await _services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_commit_loses_nothing_and_the_commit_succeeds()
    {
        var appended = await AppendAsync("ada", 1);
        Task<IReadOnlyList<CommitResult>> commit;
        await using (var other = new NpgsqlConnection(ConnectionString + ";Pooling=false"))
        {
            // Somebody holds the lane, so that the commit has begun and cannot end.
            await other.OpenAsync(Token);
            await using var hold = new NpgsqlCommand("begin; select 1 from shopbot.lanes for update", other);
            await hold.ExecuteNonQueryAsync(Token);
            commit = Lanes.CommitAsync([Sample.Turn(appended.Work!, "done") with { Outbox = [Sample.Message()], SendAs = Host }], Lease, Now, Token).AsTask();
            await Eventually.HoldsAsync("the commit waits for the lane", WaitsAsync, TimeSpan.FromSeconds(60), Token);
            await _server.StopAsync(atOnce: true, Token);
        }

        await _server.StartAgainAsync(Token);
        var result = (await commit)[0];

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.NotNull(result.Send);
        Assert.Equal("done", Sample.Text((await AppendAsync("ada", 2)).Work!.State));
    }

    [Fact]
    public async Task Under_load_two_restarts_lose_no_event_and_double_none()
    {
        var sent = 0;
        var stop = false;
        var callers = Enumerable.Range(0, 6).Select(caller => Task.Run(
            async () =>
            {
                for (var number = 1; !Volatile.Read(ref stop); number++)
                {
                    var work = (await AppendAsync($"person-{caller}", number)).Work!;
                    var state = $"{Sample.Text(work.State)}{number} ";
                    var result = (await Lanes.CommitAsync([Sample.Turn(work, state) with { Outbox = [Sample.Message()] }], Lease, Now, Token))[0];
                    Assert.Equal(CommitOutcome.Committed, result.Outcome);
                    Interlocked.Increment(ref sent);
                }
            },
            Token)).ToArray();
        for (var restart = 1; restart <= 2; restart++)
        {
            var before = Volatile.Read(ref sent);
            await Eventually.HoldsAsync("turns are committed", () => Volatile.Read(ref sent) > before + 20 || callers.Any(caller => caller.IsCompleted), TimeSpan.FromMinutes(1), Token);
            await _server.StopAsync(atOnce: true, Token);
            await _server.StartAgainAsync(Token);
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(callers);

        for (var caller = 0; caller < callers.Length; caller++)
        {
            var work = (await AppendAsync($"person-{caller}", 1_000_000)).Work!;
            var handled = Sample.Text(work.State).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Enumerable.Range(1, handled.Length).Select(number => $"{number}"), handled);
            Assert.Equal(handled.Length + 1, work.Events[0].Seq);
        }
    }

    private async Task<AppendResult> AppendAsync(string person, int number)
    {
        var result = (await Lanes.AppendAsync(
            [Sample.Event(_store, $"{person}-{number}", Now, Sample.UserId(person))], new ClaimRequest(Host, Now, Lease, 10, 0), Now, Token))[0];
        Assert.Equal(AppendOutcome.Appended, result.Outcome);
        Assert.NotNull(result.Work);
        return result;
    }

    private async Task<bool> WaitsAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("select count(*) from pg_stat_activity where application_name = 'ShopBot' and wait_event_type = 'Lock'", connection);
        return (long)(await command.ExecuteScalarAsync(Token))! > 0;
    }
}
