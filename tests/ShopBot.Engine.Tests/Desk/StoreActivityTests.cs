using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Tests.Desk;

public sealed class StoreActivityTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private readonly FakeTimeProvider _time = new();
    private readonly SharedBus _bus = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watcher_hears_of_its_own_store_on_the_same_host()
    {
        using var activity = new StoreActivity(_bus, _time);
        var (mine, other) = (StoreId.New(_time.GetUtcNow()), StoreId.New(_time.GetUtcNow()));
        using var watch = activity.Watch(mine);

        activity.Touch(other);
        var waiting = watch.WaitAsync(Long, Token);
        Assert.False(waiting.IsCompleted);
        activity.Touch(mine);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task A_watcher_hears_of_what_happens_on_another_host()
    {
        using var here = new StoreActivity(_bus, _time);
        using var there = new StoreActivity(_bus, _time);
        var store = StoreId.New(_time.GetUtcNow());
        using var watch = here.Watch(store);
        var waiting = watch.WaitAsync(Long, Token);

        there.Touch(store);

        Assert.True(await waiting);
    }

    [Fact]
    public void Nothing_is_shouted_while_nobody_watches()
    {
        using var activity = new StoreActivity(_bus, _time);

        activity.Touch(StoreId.New(_time.GetUtcNow()));

        Assert.Empty(_bus.Shouts);
    }

    [Fact]
    public void A_store_is_told_once_on_a_later_day()
    {
        using var activity = new StoreActivity(_bus, _time);
        var store = StoreId.New(_time.GetUtcNow());

        activity.Touch(store);
        Assert.Empty(activity.TakeActiveBeforeToday());
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal([store], activity.TakeActiveBeforeToday());
        Assert.Empty(activity.TakeActiveBeforeToday());
    }

    [Fact]
    public async Task A_host_that_stopped_watching_is_forgotten_after_a_while()
    {
        using var here = new StoreActivity(_bus, _time);
        using var there = new StoreActivity(_bus, _time);
        var store = StoreId.New(_time.GetUtcNow());
        using (var watch = here.Watch(store))
        {
            var waiting = watch.WaitAsync(TimeSpan.FromSeconds(1), Token);
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.False(await waiting);
        }

        _time.Advance(TimeSpan.FromMinutes(5));
        _bus.Shouts.Clear();
        there.Touch(store);

        Assert.Empty(_bus.Shouts);
    }

    [Fact]
    public async Task After_a_lost_connection_every_watcher_looks_again()
    {
        using var activity = new StoreActivity(_bus, _time);
        using var watch = activity.Watch(StoreId.New(_time.GetUtcNow()));
        var waiting = watch.WaitAsync(Long, Token);

        _bus.Publish("desk-change");

        Assert.True(await waiting);
    }

    private sealed class SharedBus : IHostBus
    {
        private readonly List<(string Topic, Action<string> Heard)> _ears = [];

        public List<string> Shouts { get; } = [];

        public void Publish(string topic, string message = "")
        {
            Shouts.Add(topic);
            foreach (var ear in _ears.Where(ear => ear.Topic == topic).ToList())
                ear.Heard(message);
        }

        public IDisposable Subscribe(string topic, Action<string> heard)
        {
            _ears.Add((topic, heard));
            return new Deaf();
        }

        private sealed class Deaf : IDisposable
        {
            public void Dispose()
            {
            }
        }
    }
}
