using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
    private int _turnCount;
    private int _sendCount;

    public TurnDispatcher(
        ILaneStore store, LaneWriter writer, TurnRunner turns, OutboxSender sender, HostIdentity host,
        IOptions<ShopBotOptions> options, TimeProvider time, ILogger<TurnDispatcher> logger)
    {
        _store = store;
        _turns = turns;
        _sender = sender;
        _host = host;
        _options = options.Value;
        _time = time;
        _logger = logger;
        writer.FreeSlots = () => FreeTurns;
    }

    private int FreeTurns => _draining ? 0 : Math.Max(0, _options.MaxConcurrentTurns - Volatile.Read(ref _turnCount));

    private int FreeSends => _draining ? 0 : Math.Max(0, _options.Outbox.MaxConcurrentSends - Volatile.Read(ref _sendCount));

    /// <summary>Something may be ready to be claimed.</summary>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Runs a leased lane until it is empty.</summary>
    public void Run(LaneWork work)
    {
        Interlocked.Increment(ref _turnCount);
        Track(async () =>
        {
            try
            {
                await _turns.RunAsync(work, new Handover(this), _stopping.Token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _turnCount);
            }
        });
    }

    /// <summary>Sends a row, and those of its lane that follow.</summary>
    public void Run(SendWork work)
    {
        Interlocked.Increment(ref _sendCount);
        Track(async () =>
        {
            try
            {
                await _sender.RunAsync(work, new Handover(this), _stopping.Token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _sendCount);
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

    public void Dispose() => _stopping.Dispose();

    private async Task ClaimAllAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Said before looking, so that a slot that is freed in between wakes the loop.
            if (FreeTurns == 0 || FreeSends == 0)
                Interlocked.Exchange(ref _starved, 1);
            if (FreeTurns is var turns && FreeSends is var sends && turns + sends == 0)
                return;

            var request = new ClaimRequest(_host.Name, _time.GetUtcNow(), _options.Lease, turns, sends);
            var claimed = await _store.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var lane in claimed.Lanes)
                Run(lane);
            foreach (var send in claimed.Sends)
                Run(send);
            if (claimed.Lanes.Count == 0 && claimed.Sends.Count == 0)
                return;
        }
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
