namespace Shopify.Client;

/// <summary>
/// What can be spent in one bucket, as far as this process knows. Points of attempts under way count as gone from the moment they are sent,
/// so the mirror stays at or below Shopify's own count unless somebody else spends; each report corrects it. Not thread-safe.
/// </summary>
internal sealed class CostMirror(TimeProvider time)
{
    // Before the first report: half of the smallest plan's bucket, at half of its rate.
    private const double AssumedSize = 1000;
    private const double AssumedRate = 50;

    // What adding and subtracting may leave over.
    private const double Epsilon = 1e-6;
    private static readonly TimeSpan ForeignWindow = TimeSpan.FromSeconds(1);

    private long _at = time.GetTimestamp();
    private double _available = AssumedSize;
    private double _rate = AssumedRate;
    private double _inFlight;
    private double _settled;
    private double _foreignRate;
    private double _foreignPoints;
    private long _foreignSince = time.GetTimestamp();

    /// <summary>Whether Shopify has reported the bucket.</summary>
    public bool IsKnown { get; private set; }

    public double Size { get; private set; } = AssumedSize;

    /// <summary>What can be spent now; below zero when more is under way than the bucket holds.</summary>
    public double Available
    {
        get
        {
            Age();
            return _available;
        }
    }

    /// <summary>How long until these points are there; null when only the end of an attempt under way can tell.</summary>
    public TimeSpan? WaitFor(double points)
    {
        var missing = points - Available;
        if (missing <= Epsilon)
            return TimeSpan.Zero;
        if (points > Size - _inFlight + Epsilon)
            return null;
        var rate = Restore;
        return TimeSpan.FromSeconds(rate > 0 ? Math.Min(missing / rate, 3600) : 1);
    }

    /// <summary>The shortest time in which these points can come back, should nobody else spend any.</summary>
    public TimeSpan ShortestWait(double points)
    {
        var missing = points - Available;
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(missing / Math.Max(_rate, 0.001), 86_400));
    }

    /// <returns>A mark to settle with.</returns>
    public double Take(double points)
    {
        Age();
        _available -= points;
        _inFlight += points;
        return _settled;
    }

    public void Settle(double taken, double mark, ShopifyCostOutcome outcome)
    {
        Age();
        // What others ended while this attempt was under way may or may not be in its report.
        var overlapping = _settled - mark;
        _inFlight = _inFlight - taken < Epsilon ? 0 : _inFlight - taken;
        _settled += outcome.Spent;
        _available += taken - outcome.Spent;
        if (outcome.Status is { } status && double.IsFinite(status.CurrentlyAvailable))
            Correct(status, status.CurrentlyAvailable - overlapping - _inFlight);
        _available = Math.Min(_available, Size);
    }

    private double Restore => _rate - _foreignRate;

    private void Correct(ThrottleStatus status, double atLeast)
    {
        if (status.MaximumAvailable > 0)
            Size = status.MaximumAvailable;
        if (status.RestoreRate >= 0)
            _rate = status.RestoreRate;
        if (!IsKnown)
        {
            IsKnown = true;
            _available = atLeast;
            _foreignPoints = 0;
            _foreignSince = time.GetTimestamp();
            return;
        }

        _foreignPoints += Math.Max(0, _available - status.CurrentlyAvailable);
        _available = Math.Min(Math.Max(_available, atLeast), status.CurrentlyAvailable);
        EstimateForeign();
    }

    // Another client of the same app and shop shows as points that are missing again and again: count on less coming back.
    private void EstimateForeign()
    {
        var elapsed = time.GetElapsedTime(_foreignSince);
        if (elapsed < ForeignWindow)
            return;
        var sample = _foreignPoints / elapsed.TotalSeconds;
        _foreignRate = sample > 0.01 * _rate
            ? Math.Min(_foreignRate + Math.Min(sample, 0.3 * _rate), 0.9 * _rate)
            : _foreignRate * 0.7;
        _foreignPoints = 0;
        _foreignSince = time.GetTimestamp();
    }

    private void Age()
    {
        var now = time.GetTimestamp();
        var seconds = time.GetElapsedTime(_at, now).TotalSeconds;
        _at = now;
        // Points under way may not have reached Shopify yet, where the full bucket would let what flows back run over.
        var ceiling = Size - _inFlight;
        if (_available < ceiling)
            _available = Math.Min(ceiling, _available + (Math.Max(0, seconds) * Restore));
    }
}
