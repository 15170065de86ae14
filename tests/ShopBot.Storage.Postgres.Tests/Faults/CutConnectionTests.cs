using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Storage.Postgres.Tests.Faults;

/// <summary>
/// A line that breaks after every so many bytes, in either direction, so that each statement and each answer of a call is cut somewhere. Whatever the place: the call is
/// repeated, its result is the one it would have had, and nothing is there twice.
/// </summary>
public sealed class CutConnectionTests : IAsyncLifetime
{
    private const string Host = "host-1";
    private const int Places = 18;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private readonly StoreId _store = StoreId.New(Now);
    private TestDatabase _database = null!;
    private CuttingProxy _proxy = null!;
    private ServiceProvider _services = null!;
    private int _people;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ILaneStore Lanes => _services.GetRequiredService<ILaneStore>();

    public async ValueTask InitializeAsync()
    {
        _database = TestServer.Lend();
        _proxy = CuttingProxy.Before(TestServer.Server.Port);
        _services = PostgresHarness.Provider($"Host=127.0.0.1;Port={_proxy.Port};Username=shopbot_test;Database={_database.Name};Maximum Pool Size=2");
        await _services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);

        // Once without a cut, so that statements are planned and the calls below have the size they always have.
        for (var i = 0; i < 3; i++)
            await CloseAsync(await CommitAsync(await AppendAsync(NextPerson())));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _proxy.DisposeAsync();
        TestServer.Return(_database);
    }

    [Theory]
    [InlineData(true, 4_500)]
    [InlineData(false, 1_500)]
    public async Task An_append_that_is_cut_anywhere_is_stored_and_leased_once(bool fromClient, int bytes)
    {
        for (var place = 0; place < Places; place++)
        {
            var person = NextPerson();
            _proxy.CutAfter(place * bytes / Places, fromClient);
            var result = await AppendAsync(person);
            _proxy.CutNothing();

            Assert.Equal((AppendOutcome.Appended, 1L), (result.Outcome, result.Seq));
            Assert.Equal([$"{person}-1"], result.Work!.Events.Select(item => item.EventKey));
            Assert.Equal(1L, (await _database.QueryAsync("select count(*) from shopbot.inbox where store_id = $1 and event_key = $2", _store.Value, $"{person}-1"))[0][0]);
            Assert.Equal(CommitOutcome.Committed, (await Lanes.CommitAsync([Sample.Turn(result.Work)], Lease, Now, Token))[0].Outcome);
        }
    }

    [Theory]
    [InlineData(true, 3_500)]
    [InlineData(false, 2_000)]
    public async Task A_turn_that_is_cut_anywhere_is_committed_once_and_its_message_handed_over(bool fromClient, int bytes)
    {
        for (var place = 0; place < Places; place++)
        {
            var appended = await AppendAsync(NextPerson());
            _proxy.CutAfter(place * bytes / Places, fromClient);
            var result = await CommitAsync(appended);
            _proxy.CutNothing();

            Assert.Equal(CommitOutcome.Committed, result.Outcome);
            Assert.Equal("reply", Sample.Text(result.Send!.Payload));
            Assert.Equal(1, result.Send.Attempt);
            var lane = appended.Lane!.Value;
            Assert.Equal([[1L, 2L]], await _database.QueryAsync("select state_version, next_position from shopbot.lanes where store_id = $1 and customer_id = $2", _store.Value, lane.Customer.Value));
        }
    }

    [Theory]
    [InlineData(true, 3_500)]
    [InlineData(false, 1_500)]
    public async Task A_closed_send_that_is_cut_anywhere_is_closed_once(bool fromClient, int bytes)
    {
        for (var place = 0; place < Places; place++)
        {
            var committed = await CommitAsync(await AppendAsync(NextPerson()));
            _proxy.CutAfter(place * bytes / Places, fromClient);
            var result = await CloseAsync(committed);
            _proxy.CutNothing();

            Assert.Equal(CommitOutcome.Committed, result.Outcome);
            Assert.Equal([[(short)3, 1]], await _database.QueryAsync("select state, attempt from shopbot.outbox where store_id = $1 and outbox_id = $2", _store.Value, committed.Send!.OutboxId));
        }
    }

    [Fact]
    public async Task The_places_cover_whole_calls()
    {
        // The last place lies behind the end of each call, so that no part of one is left out.
        foreach (var fromClient in new[] { true, false })
        {
            _proxy.CutAfter(fromClient ? 4_500 : 1_500, fromClient);
            await AppendAsync(NextPerson());
            Assert.False(_proxy.HasCut);
            _proxy.CutNothing();
        }
    }

    private string NextPerson() => $"person-{++_people}";

    private async Task<AppendResult> AppendAsync(string person) =>
        (await Lanes.AppendAsync([Sample.Event(_store, $"{person}-1", Now, Sample.UserId(person))], new ClaimRequest(Host, Now, Lease, 10, 0), Now, Token))[0];

    private async Task<CommitResult> CommitAsync(AppendResult appended) =>
        (await Lanes.CommitAsync([Sample.Turn(appended.Work!) with { Outbox = [Sample.Message("reply")], SendAs = Host }], Lease, Now, Token))[0];

    private async Task<CommitResult> CloseAsync(CommitResult committed) =>
        (await Lanes.CommitAsync([Sample.Close(committed.Send!, SendOutcome.Sent, $"ref-{committed.Send!.OutboxId:N}", Host)], Lease, Now, Token))[0];
}
