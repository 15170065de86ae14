using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Events;
using ShopBot.Engine.Outbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Hosting;

/// <summary>
/// Runs leased lanes and sends, bounded, and claims more when woken. What the inbox leased together with its append is run at once, without
/// another round trip.
/// </summary>
internal sealed partial class TurnDispatcher : IDisposable
{
    private static readonly TimeSpan AfterCutOff = TimeSpan.FromSeconds(1);
    private readonly ILaneStore _store;
    private readonly TurnRunner _turns;
    private readonly OutboxSender _sender;
    private readonly EventDelivery _events;
    private readonly EventSubscriptions _subscriptions;
    private readonly IHostBus _bus;
    private readonly IDisposable _hearing;
    private readonly StoreLoad _turnLoad;
    private readonly StoreLoad _sendLoad;
    private readonly HostIdentity _host;
    private readonly ShopBotOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnDispatcher> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _lastId;
    private volatile bool _draining;
    private int _starved;
    private int _deliveryCount;

    public TurnDispatcher(
        ILaneStore store, LaneWriter writer, TurnRunner turns, OutboxSender sender, EventDelivery events, EventSubscriptions subscriptions, HostIdentity host, IHostBus bus,
        IOptions<ShopBotOptions> options, TimeProvider time, ILogger<TurnDispatcher> logger)
    {
        _store = store;
        _turns = turns;
        _sender = sender;
        _events = events;
        _subscriptions = subscriptions;
        _host = host;
        _bus = bus;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _turnLoad = new StoreLoad(_options.MaxConcurrentTurns, _options);
        _sendLoad = new StoreLoad(_options.Outbox.MaxConcurrentSends, _options);
        _hearing = bus.Subscribe(BusTopics.Work, _ => Wake());
        writer.AppendClaim = AppendClaim;
    }

    private int FreeTurns => _draining ? 0 : _turnLoad.Free;

    private int FreeSends => _draining ? 0 : _sendLoad.Free;

    private int FreeDeliveries => _draining || !_subscriptions.Any ? 0 : Math.Max(0, _options.Events.MaxConcurrentDeliveries - Volatile.Read(ref _deliveryCount));

    /// <summary>Something may be ready to be claimed.</summary>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Work waits: this host takes it when it can, another one when this one is full.</summary>
    public void Offer()
    {
        if (FreeTurns == 0)
            _bus.Publish(BusTopics.Work);
        Wake();
    }

    /// <summary>Runs a leased lane until it is empty.</summary>
    public void Run(LaneWork work)
    {
        _turnLoad.Begin(work.Lane.Store);
        Track(async () =>
        {
            try
            {
                await _turns.RunAsync(work, new Handover(this), _stopping.Token).ConfigureAwait(false);
            }
            finally
            {
                if (_turnLoad.End(work.Lane.Store))
                    Wake();
            }
        });
    }

    /// <summary>Sends a row, and those of its lane that follow.</summary>
    public void Run(SendWork work)
    {
        _sendLoad.Begin(work.Lane.Store);
        Track(async () =>
        {
            try
            {
                await _sender.RunAsync(work, new Handover(this), _stopping.Token).ConfigureAwait(false);
            }
            finally
            {
                if (_sendLoad.End(work.Lane.Store))
                    Wake();
            }
        });
    }

    /// <summary>Delivers a lane's domain events until none waits.</summary>
    private void Run(EventWork work)
    {
        Interlocked.Increment(ref _deliveryCount);
        Track(async () =>
        {
            try
            {
                await _events.RunAsync(work, _host.Name, at => _ = WakeLaterAsync(at), _stopping.Token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _deliveryCount);
            }
        });
    }

    /// <summary>Claims whenever woken, until stopped.</summary>
    public async Task RunLoopAsync(CancellationToken cancellationToken)
    {
        while (await _wakes.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _wakes.Reader.TryRead(out _);
            try
            {
                await ClaimAllAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Storage is away: the sweep wakes the loop again.
                Log.ClaimFailed(_logger, e);
            }
        }
    }

    /// <summary>
    /// Takes no more work and lets what runs come to an end: a send that is cut off has an unknown outcome, and might be repeated for nothing.
    /// What is not done after <paramref name="patience"/>, or when the token says so, is cut off.
    /// </summary>
    public async Task StopAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        _draining = true;
        using var limit = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A turn that ends may start its send, so look again until nothing runs.
            while (!_running.IsEmpty)
                await Task.WhenAll(_running.Values).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Log.StoppedEarly(_logger, _running.Count);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values).WaitAsync(AfterCutOff, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _hearing.Dispose();
        _stopping.Dispose();
    }

    /// <summary>What an append may lease in its own commit; null when this host has enough to do.</summary>
    private ClaimRequest? AppendClaim(DateTimeOffset now) => FreeTurns is > 0 and var free
        ? new ClaimRequest(_host.Name, now, _options.Lease, free, 0) { MaxPerStore = _turnLoad.Share, Except = _turnLoad.Full() }
        : null;

    private async Task ClaimAllAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Said before looking, so that a slot that is freed in between wakes the loop.
            var (turns, sends, deliveries) = (FreeTurns, FreeSends, FreeDeliveries);
            if (turns == 0 || sends == 0 || (deliveries == 0 && _subscriptions.Any))
                Interlocked.Exchange(ref _starved, 1);
            (turns, sends, deliveries) = (FreeTurns, FreeSends, FreeDeliveries);
            if (turns + sends + deliveries == 0)
                return;

            var claimed = await ClaimAsync(turns, sends, deliveries, cancellationToken).ConfigureAwait(false);
            foreach (var lane in claimed.Lanes)
                Run(lane);
            foreach (var send in claimed.Sends)
                Run(send);
            foreach (var events in claimed.Events)
                Run(events);
            if (claimed.Lanes.Count + claimed.Sends.Count + claimed.Events.Count == 0)
                return;
        }
    }

    private async Task<ClaimResult> ClaimAsync(int turns, int sends, int deliveries, CancellationToken cancellationToken)
    {
        var request = new ClaimRequest(_host.Name, _time.GetUtcNow(), _options.Lease, turns, sends) { MaxPerStore = _turnLoad.Share, MaxEventLanes = deliveries };
        var (turnsFull, sendsFull) = (_turnLoad.Full(), _sendLoad.Full());
        if (turnsFull.Count + sendsFull.Count == 0)
            return await _store.ClaimAsync(request, cancellationToken).ConfigureAwait(false);

        // A store that has its share of turns may still send, and the other way round.
        var lanes = await _store.ClaimAsync(request with { MaxSends = 0, Except = turnsFull }, cancellationToken).ConfigureAwait(false);
        var rows = await _store.ClaimAsync(request with { MaxLanes = 0, MaxEventLanes = 0, MaxPerStore = _sendLoad.Share, Except = sendsFull }, cancellationToken).ConfigureAwait(false);
        return lanes with { Sends = rows.Sends };
    }

    private void Track(Func<Task> work)
    {
        var id = Interlocked.Increment(ref _lastId);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[id] = done.Task;
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // The lease ends by itself; another start takes over.
            }
            catch (Exception e)
            {
                // Storage failed under the turn or send: its lease ends by itself and the work is claimed again.
                Log.WorkFailed(_logger, e);
            }
            finally
            {
                _running.TryRemove(id, out _);
                done.SetResult();
                if (Interlocked.Exchange(ref _starved, 0) == 1)
                    Wake();
            }
        });
    }

    /// <summary>What turns and sends may ask of the dispatcher.</summary>
    internal readonly struct Handover(TurnDispatcher dispatcher)
    {
        /// <summary>The owner under which a commit may start a send at once; null when this host sends enough already.</summary>
        public string? SendAs => dispatcher.FreeSends > 0 ? dispatcher._host.Name : null;

        public string Owner => dispatcher._host.Name;

        public void Send(SendWork work) => dispatcher.Run(work);

        /// <summary>Domain events were committed that are to be delivered.</summary>
        public void EventsWait() => dispatcher.Wake();

        /// <summary>Wakes the claim loop at a time, so that a retry need not wait for the sweep.</summary>
        public void WakeAt(DateTimeOffset at) => _ = dispatcher.WakeLaterAsync(at);
    }

    private async Task WakeLaterAsync(DateTimeOffset at)
    {
        var delay = at - _time.GetUtcNow();
        if (delay > TimeSpan.Zero && delay < TimeSpan.FromMinutes(1))
            await Task.Delay(delay, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "Work could not be claimed; trying again at the next sweep.")]
        public static partial void ClaimFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "A leased lane was given up; its lease ends by itself.")]
        public static partial void WorkFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 1103, Level = LogLevel.Warning, Message = "Stopped while {Count} turns and sends were under way; they are taken up again by their leases.")]
        public static partial void StoppedEarly(ILogger logger, int count);
    }
}
