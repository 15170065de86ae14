using System.Collections.Concurrent;
using System.Threading.Channels;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Desk;

/// <summary>
/// Tells who watches a store that something in it changed, on whichever host it happened. Costs nothing while nobody watches: a watching host says so on the bus, and only then do the others
/// shout. A shout may get lost, so whoever watches looks again after a while. Thread-safe.
/// </summary>
public sealed class StoreActivity : IDisposable
{
    private const string WatchTopic = "desk-watch";
    private const string ChangeTopic = "desk-change";

    /// <summary>How long a host believes that another one watches; said again three times as often.</summary>
    private static readonly TimeSpan Belief = TimeSpan.FromSeconds(60);

    private readonly IHostBus _bus;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<StoreId, DateTimeOffset> _elsewhere = new();
    private readonly ConcurrentDictionary<StoreWatch, StoreId> _watches = new();
    private readonly ConcurrentDictionary<StoreId, DateOnly> _active = new();
    private readonly IDisposable[] _hearing;

    internal StoreActivity(IHostBus bus, TimeProvider time)
    {
        _bus = bus;
        _time = time;
        _hearing = [bus.Subscribe(WatchTopic, HearWatch), bus.Subscribe(ChangeTopic, HearChange)];
    }

    /// <summary>Begins to watch a store; ends when disposed.</summary>
    /// <param name="store">The store.</param>
    public StoreWatch Watch(StoreId store)
    {
        var watch = new StoreWatch(this, store, _time);
        _watches[watch] = store;
        return watch;
    }

    /// <summary>The stores in which something last happened on this host on an earlier day (UTC); each is told once, until something happens in it again.</summary>
    public IReadOnlyList<StoreId> TakeActiveBeforeToday()
    {
        var today = Today();
        List<StoreId> taken = [];
        foreach (var (store, day) in _active)
        {
            if (day < today && _active.TryRemove(KeyValuePair.Create(store, day)))
                taken.Add(store);
        }

        return taken;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var hearing in _hearing)
            hearing.Dispose();
    }

    /// <summary>Something of the store was committed here.</summary>
    internal void Touch(StoreId store)
    {
        var today = Today();
        if (!_active.TryGetValue(store, out var day) || day != today)
            _active[store] = today;
        if (_watches.IsEmpty && _elsewhere.IsEmpty)
            return;
        Tell(store);
        if (!_elsewhere.TryGetValue(store, out var until))
            return;
        if (until > _time.GetUtcNow())
            _bus.Publish(ChangeTopic, store.ToString());
        else
            _elsewhere.TryRemove(store, out _);
    }

    internal TimeSpan SayWatching(StoreId store)
    {
        _bus.Publish(WatchTopic, store.ToString());
        return Belief / 3;
    }

    internal void Forget(StoreWatch watch) => _watches.TryRemove(watch, out _);

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    private void HearWatch(string message)
    {
        if (Guid.TryParseExact(message, "N", out var id))
            _elsewhere[new StoreId(id)] = _time.GetUtcNow() + Belief;
    }

    private void HearChange(string message)
    {
        if (Guid.TryParseExact(message, "N", out var id))
            Tell(new StoreId(id));
        else
            Tell(null);
    }

    /// <summary>Null: anything may have happened.</summary>
    private void Tell(StoreId? store)
    {
        foreach (var (watch, watched) in _watches)
        {
            if (store is null || watched == store)
                watch.Wake();
        }
    }
}

/// <summary>One watcher of a store. Used by one caller at a time.</summary>
public sealed class StoreWatch : IDisposable
{
    private readonly StoreActivity _activity;
    private readonly StoreId _store;
    private readonly TimeProvider _time;
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private DateTimeOffset _sayAgainAt = DateTimeOffset.MinValue;

    internal StoreWatch(StoreActivity activity, StoreId store, TimeProvider time) => (_activity, _store, _time) = (activity, store, time);

    /// <summary>Waits until something changed since the last wait ended.</summary>
    /// <param name="atMost">How long; a shout may get lost, so look again then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when nothing was heard.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        if (_time.GetUtcNow() >= _sayAgainAt)
            _sayAgainAt = _time.GetUtcNow() + _activity.SayWatching(_store);
        using var limit = new CancellationTokenSource(atMost, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _wakes.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _activity.Forget(this);

    internal void Wake() => _wakes.Writer.TryWrite(true);
}
