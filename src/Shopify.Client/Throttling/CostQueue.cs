namespace Shopify.Client;

/// <summary>The callers of one bucket in their order, served as points come back.</summary>
internal sealed class CostQueue : Retirable, IDisposable
{
    private const double BackgroundShare = 0.2;
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly CostMirror _mirror;
    private readonly int _maxWaiting;
    private readonly TimeSpan _maxPause;
    private readonly bool _isMetered;
    private readonly LinkedList<CostWaiter>[] _waiting = [new(), new()];
    private readonly ITimer _timer;
    private double _spentShare;
    private long _pausedAt;
    private TimeSpan _pause;

    /// <param name="bucket">The bucket.</param>
    /// <param name="time">The clock.</param>
    /// <param name="maxWaiting">How many may wait.</param>
    /// <param name="maxPause">The longest pause that callers wait through; a longer one refuses them.</param>
    public CostQueue(ShopifyCostBucket bucket, TimeProvider time, int maxWaiting, TimeSpan maxPause)
    {
        Bucket = bucket;
        _time = time;
        _mirror = new CostMirror(time);
        _maxWaiting = maxWaiting;
        _maxPause = maxPause;
        // The Storefront API reports no bucket; there only pauses hold callers back.
        _isMetered = bucket.Api == ShopifyApi.Admin;
        _timer = time.CreateTimer(static state => ((CostQueue)state!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ShopifyCostBucket Bucket { get; }

    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting[0].Count + _waiting[1].Count;
        }
    }

    /// <returns>A reservation that was granted at once, or a waiter to await.</returns>
    /// <exception cref="ShopifyThrottledException">The queue is full or the wait too long.</exception>
    public (TakenPoints? Taken, CostWaiter? Waiter) Enter(ShopifyCostRequest request)
    {
        lock (_gate)
        {
            if (!IsBehindOthers(request) && TryTake(request) is { } taken)
                return (taken, null);
            Refuse(request);
            var waiter = new CostWaiter(this, request);
            Add(waiter);
            if (ReferenceEquals(Head()?.Value, waiter))
                Schedule();
            return (null, waiter);
        }
    }

    public void Settle(TakenPoints taken, ShopifyCostOutcome outcome)
    {
        lock (_gate)
        {
            if (_isMetered)
                _mirror.Settle(taken.Points, taken.Mark, outcome);
            LearnShare(taken.Points, outcome);
            if (outcome.Pause > PauseLeft())
            {
                _pausedAt = _time.GetTimestamp();
                _pause = outcome.Pause;
                if (_pause > _maxPause)
                    RefuseAll();
            }

            Serve();
        }

        Leave(_time.GetTimestamp());
    }

    /// <returns>False when the waiter was served meanwhile.</returns>
    public bool Remove(CostWaiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Node.List is not { } list)
                return false;
            list.Remove(waiter.Node);
            Serve();
            return true;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Pump()
    {
        lock (_gate)
            Serve();
    }

    private void Serve()
    {
        while (Head() is { } head && TryTake(head.Value.Request) is { } taken)
        {
            head.List!.Remove(head);
            head.Value.Grant(taken);
        }

        Schedule();
    }

    private void Schedule()
    {
        var wait = Head() is { } head ? WaitFor(head.Value.Request, Points(head.Value.Request)) : null;
        // Timers count whole milliseconds and round down; without a wait the next settlement serves the queue.
        _timer.Change(wait is { } time ? TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TakenPoints? TryTake(ShopifyCostRequest request)
    {
        var points = Points(request);
        return WaitFor(request, points) == TimeSpan.Zero ? new(this, points, _isMetered ? _mirror.Take(points) : 0) : null;
    }

    // A call that stood in line takes what its operation is known to cost by now, not what was thought when it came.
    private static double Points(ShopifyCostRequest request) => request.Learning is { } cost ? CostProbes.Points(cost) : request.Points;

    private TimeSpan? WaitFor(ShopifyCostRequest request, double points)
    {
        var pause = PauseLeft();
        if (!_isMetered || pause > TimeSpan.Zero)
            return pause;
        if (request.Priority == ShopifyCallPriority.Background)
            points += BackgroundShare * _mirror.Size;
        // What costs more than the bucket holds goes out when the bucket is full; Shopify decides.
        return _mirror.WaitFor(Math.Min(points, _mirror.Size));
    }

    private TimeSpan PauseLeft()
    {
        var left = _pause - _time.GetElapsedTime(_pausedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private bool IsBehindOthers(ShopifyCostRequest request) => request.Priority == ShopifyCallPriority.Background
        ? _waiting[0].Count > 0 || _waiting[1].First?.Value.Request.Order <= request.Order
        : _waiting[0].First?.Value.Request.Order <= request.Order;

    private void Refuse(ShopifyCostRequest request)
    {
        var count = Waiting;
        if (count >= _maxWaiting && !request.IsRepeat)
            throw Refusal($"{count} calls wait for query-cost points already", Predict(request));
        if (PauseLeft() is var pause && pause > _maxPause)
            throw Refusal("Shopify asked for silence", pause);
        if (Predict(request) is var wait && wait > request.MaxWait)
            throw Refusal("the wait for query-cost points would be too long", wait);
    }

    private void RefuseAll()
    {
        while (Head() is { } head)
        {
            head.List!.Remove(head);
            head.Value.Refuse(Refusal("Shopify asked for silence", _pause));
        }
    }

    private TimeSpan Predict(ShopifyCostRequest request)
    {
        var ahead = _waiting[0].Sum(static waiter => Points(waiter.Request));
        if (request.Priority == ShopifyCallPriority.Background)
            ahead += _waiting[1].Sum(static waiter => Points(waiter.Request));
        // Those ahead will take less than they reserve, as those before them did.
        var points = _isMetered && _mirror.IsKnown ? _mirror.ShortestWait((ahead * _spentShare) + Points(request)) : TimeSpan.Zero;
        return points > PauseLeft() ? points : PauseLeft();
    }

    private void LearnShare(double reserved, ShopifyCostOutcome outcome)
    {
        if (outcome.Status is null || !(outcome.Spent > 0) || !(reserved > 0))
            return;
        var share = Math.Min(outcome.Spent / reserved, 1);
        _spentShare = _spentShare == 0 ? share : (0.9 * _spentShare) + (0.1 * share);
    }

    private ShopifyThrottledException Refusal(string what, TimeSpan wait) =>
        HttpFailure.Throttled(new CallContext(Bucket.Shop, "Pacing"), what, wait);

    private void Add(CostWaiter waiter)
    {
        var list = Queue(waiter.Request.Priority);
        // A call that was held up elsewhere or throttled comes before those that began later.
        var after = list.Last;
        while (after is not null && after.Value.Request.Order > waiter.Request.Order)
            after = after.Previous;
        if (after is null)
            list.AddFirst(waiter.Node);
        else
            list.AddAfter(after, waiter.Node);
    }

    private LinkedListNode<CostWaiter>? Head() => _waiting[0].First ?? _waiting[1].First;

    private LinkedList<CostWaiter> Queue(ShopifyCallPriority priority) => _waiting[priority == ShopifyCallPriority.Background ? 1 : 0];
}
