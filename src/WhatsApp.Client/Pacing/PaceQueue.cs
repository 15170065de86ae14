using System.Threading.RateLimiting;

namespace WhatsApp.Client.Pacing;

/// <summary>
/// The sends of one number that wait, in the order they came. One loop asks for the first of them; who waits only for their person is
/// passed over. It exists while somebody waits.
/// </summary>
internal sealed class PaceQueue(Func<WhatsAppRateRequest, ValueTask<RateLimitLease?>> take, Func<long> now, TimeProvider time, Action<PaceQueue> ended)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<PaceWaiter> _waiters = new();
    private readonly HashSet<ulong> _passedOver = [];
    private CancellationTokenSource? _nap;
    private long _numberBlockedUntil;
    private int _joined;
    private bool _isRunning;
    private bool _isEnded;

    /// <summary>How long a newcomer would wait behind the others; null when it may ask for itself.</summary>
    public (TimeSpan Wait, bool IsPairLimit)? Ahead(in WhatsAppRateRequest request)
    {
        lock (_lock)
        {
            var samePair = 0;
            var last = 0L;
            foreach (var waiter in _waiters)
            {
                if (request.PairKey != 0 && waiter.Request.PairKey == request.PairKey)
                    (samePair, last) = (samePair + 1, Math.Max(last, waiter.NotBefore));
            }

            if (samePair > 0)
                return (TimeSpan.FromTicks(Math.Max(last - now(), 0) + (samePair * request.PairInterval.Ticks)), true);
            if (_waiters.Count == 0 || _numberBlockedUntil <= now())
                return null;
            return (TimeSpan.FromTicks(_numberBlockedUntil - now()) + TimeSpan.FromSeconds((double)_waiters.Count / request.MessagesPerSecond), false);
        }
    }

    /// <summary>Joins the end; null when the queue is full, or ended and must be replaced.</summary>
    public LinkedListNode<PaceWaiter>? TryJoin(PaceWaiter waiter, int maximum, out bool isEnded)
    {
        LinkedListNode<PaceWaiter> node;
        CancellationTokenSource? nap = null;
        lock (_lock)
        {
            isEnded = _isEnded;
            if (_isEnded || _waiters.Count >= maximum)
                return null;
            node = _waiters.AddLast(waiter);
            _joined++;
            if (!waiter.IsPairLimit)
                _numberBlockedUntil = Math.Max(_numberBlockedUntil, waiter.NotBefore);
            else
                nap = _nap;
            if (!_isRunning)
            {
                _isRunning = true;
                _ = RunAsync();
            }
        }

        nap?.Cancel();
        return node;
    }

    public void Leave(LinkedListNode<PaceWaiter> node)
    {
        lock (_lock)
        {
            if (node.List is not null)
                _waiters.Remove(node);
        }
    }

    private async Task RunAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            var joined = Volatile.Read(ref _joined);
            var wakeAt = await PassAsync().ConfigureAwait(false);
            CancellationTokenSource nap;
            lock (_lock)
            {
                if (joined != _joined)
                    continue;
                if (_waiters.Count == 0)
                {
                    _isEnded = true;
                    break;
                }

                _nap = nap = new CancellationTokenSource();
            }

            var rest = TimeSpan.FromTicks(Math.Clamp(wakeAt - now(), TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerMinute));
            await Task.Delay(rest, time, nap.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ended(this);
    }

    /// <summary>Lets go whose turn it is; the time at which the next may go.</summary>
    private async ValueTask<long> PassAsync()
    {
        var wakeAt = long.MaxValue;
        _passedOver.Clear();
        LinkedListNode<PaceWaiter>? following;
        for (var node = First(); node is not null; node = following)
        {
            following = Next(node);
            var waiter = node.Value;
            if (_passedOver.Contains(waiter.Request.PairKey))
                continue;
            if (Volatile.Read(ref _numberBlockedUntil) is var blockedUntil && blockedUntil > now())
                return Math.Min(wakeAt, blockedUntil);
            if (waiter.NotBefore <= now())
            {
                if (Settle(node, await take(waiter.Request).ConfigureAwait(false)))
                    continue;
                if (!waiter.IsPairLimit)
                    return Math.Min(wakeAt, Volatile.Read(ref _numberBlockedUntil));
            }

            wakeAt = Math.Min(wakeAt, waiter.NotBefore);
            _passedOver.Add(waiter.Request.PairKey);
        }

        return wakeAt == long.MaxValue ? now() : wakeAt;
    }

    private bool Settle(LinkedListNode<PaceWaiter> node, RateLimitLease? lease)
    {
        var waiter = node.Value;
        lock (_lock)
        {
            if (lease is { IsAcquired: false })
            {
                (var wait, waiter.IsPairLimit) = lease.Reason();
                if (waiter.IsPairLimit)
                    waiter.NotBefore = now() + wait.Ticks;
                else
                    _numberBlockedUntil = now() + wait.Ticks;
                return false;
            }

            if (node.List is not null)
                _waiters.Remove(node);
            if (_waiters.Count == 0)
                _numberBlockedUntil = 0;
        }

        waiter.Go();
        return true;
    }

    private LinkedListNode<PaceWaiter>? First()
    {
        lock (_lock)
            return _waiters.First;
    }

    /// <summary>The next in line, or the first again when this one left meanwhile: asking twice does no harm, being forgotten does.</summary>
    private LinkedListNode<PaceWaiter>? Next(LinkedListNode<PaceWaiter> node)
    {
        lock (_lock)
            return node.List is null ? _waiters.First : node.Next;
    }
}
