using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Storage.Postgres.Tests.Faults;

/// <summary>The calls beside the path of a message, cut anywhere like those in <see cref="CutConnectionTests"/>: each is done once and says so.</summary>
public sealed class CutOtherCallsTests : IAsyncLifetime
{
    private const int Places = 14;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private TestDatabase _database = null!;
    private CuttingProxy _proxy = null!;
    private ServiceProvider _services = null!;
    private int _cuts;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestServer.Lend();
        _proxy = CuttingProxy.Before(TestServer.Server.Port);
        _services = PostgresHarness.Provider($"Host=127.0.0.1;Port={_proxy.Port};Username=shopbot_test;Database={_database.Name};Maximum Pool Size=2");
        await _services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _proxy.DisposeAsync();
        TestServer.Return(_database);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_is_saved_once(bool fromClient)
    {
        var stores = _services.GetRequiredService<IStoreDirectory>();
        await EverywhereAsync(fromClient, async number =>
        {
            var record = Sample.StoreRecord(StoreId.New(Now), $"shop-{number}.myshopify.com");
            Assert.Equal(SaveStoreResult.Saved, await CutAsync(fromClient, number, fromClient ? 1_300 : 300, () => stores.SaveAsync(record, Token)));
            var found = (await stores.FindAsync(record.Id, Token))!;
            Assert.Equal(SaveStoreResult.Saved, await CutAsync(fromClient, number, fromClient ? 1_300 : 300, () => stores.SaveAsync(found with { ShopName = "changed", UpdatedAt = Now }, Token)));
            found = (await stores.FindAsync(record.Id, Token))!;
            Assert.Equal((2L, "changed"), (found.Version, found.ShopName));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_is_saved_once(bool fromClient)
    {
        var credentials = _services.GetRequiredService<ICredentialStore>();
        await EverywhereAsync(fromClient, async number =>
        {
            var record = new CredentialRecord { Store = StoreId.New(Now), Name = "shopify", Value = Sample.Bytes("one") };
            Assert.True(await CutAsync(fromClient, number, fromClient ? 500 : 150, () => credentials.SaveAsync(record, Token)));
            Assert.True(await CutAsync(fromClient, number, fromClient ? 500 : 150, () => credentials.SaveAsync(record with { Value = Sample.Bytes("two"), Version = 1 }, Token)));
            var found = (await credentials.FindAsync(record.Store, "shopify", Token))!;
            Assert.Equal((2L, "two"), (found.Version, Sample.Text(found.Value)));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_timer_falls_due_once_and_what_waits_is_claimed(bool fromClient)
    {
        var lanes = _services.GetRequiredService<ILaneStore>();
        await EverywhereAsync(fromClient, async number =>
        {
            var store = StoreId.New(Now.AddSeconds(number));
            var claim = new ClaimRequest("host-1", Now, Lease, 10, 0);
            var work = (await lanes.AppendAsync([Sample.Event(store, "m", Now, Sample.UserId("ada"))], claim, Now, Token))[0].Work!;
            await lanes.CommitAsync([Sample.Turn(work) with { Timers = [new TimerChange("due", Now)] }], Lease, Now, Token);
            await CutAsync(fromClient, number, 3_000, () => lanes.SweepAsync(new SweepRequest(Now, TimeSpan.FromSeconds(10), TimeSpan.FromDays(14), 10), Token));

            Assert.Equal(1L, (await _database.QueryAsync("select count(*) from shopbot.inbox where store_id = $1 and kind = 'timer'", store.Value))[0][0]);
            Assert.Equal(0L, (await _database.QueryAsync("select count(*) from shopbot.timers where store_id = $1", store.Value))[0][0]);

            // A claim whose answer is lost leaves a lease behind that ends by itself.
            await CutAsync(fromClient, number, 2_500, () => lanes.ClaimAsync(claim, Token));
            var later = Now + Lease + Lease;
            var again = (await lanes.ClaimAsync(claim with { Now = later }, Token)).Lanes.Single(lane => lane.Lane.Store == store);
            Assert.Equal(["timer"], again.Events.Select(item => item.Kind));
            var parked = (await CutAsync(fromClient, number, 2_500, () => lanes.ParkAsync([Sample.Park(again)], Lease, later, Token)))[0];
            Assert.Equal(CommitOutcome.Committed, parked.Outcome);
            Assert.Equal(1L, (await _database.QueryAsync("select count(*) from shopbot.inbox where store_id = $1 and parked_at is not null", store.Value))[0][0]);
        });
    }

    private async Task EverywhereAsync(bool fromClient, Func<int, Task> one)
    {
        for (var place = 0; place < Places; place++)
            await one(place);
        Assert.True(_cuts >= Places / 2, $"Only {_cuts} calls were cut{(fromClient ? " on their way" : " on their way back")}.");
    }

    private async Task<T> CutAsync<T>(bool fromClient, int place, int bytes, Func<ValueTask<T>> call)
    {
        _proxy.CutAfter(place * bytes / Places, fromClient);
        var result = await call();
        _cuts += _proxy.HasCut ? 1 : 0;
        _proxy.CutNothing();
        return result;
    }
}
