namespace Shopify.Emulator.Graph;

/// <summary>The leaky bucket of query cost of one app in one shop; on the standard plan 2 000 points, 100 back per second.</summary>
internal sealed class CostBucket(TimeProvider time, double size, double perSecond)
{
    public double Size { get; } = size;

    public double PerSecond { get; } = perSecond;

    private readonly Lock _gate = new();
    private double _available = size;
    private DateTimeOffset _asOf = time.GetUtcNow();

    /// <summary>Points free now.</summary>
    public double Available
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return _available;
            }
        }
    }

    /// <summary>Takes the points when they are there.</summary>
    public bool TryTake(double points)
    {
        lock (_gate)
        {
            Refill();
            if (_available < points) return false;
            _available -= points;
            return true;
        }
    }

    /// <summary>Gives points back, such as the part of a requested cost that was not used.</summary>
    public void Return(double points)
    {
        lock (_gate)
        {
            Refill();
            _available = Math.Min(Size, _available + points);
        }
    }

    /// <summary>Empties the bucket down to what is given, for tests of throttling.</summary>
    public void Drain(double left)
    {
        lock (_gate)
        {
            Refill();
            _available = Math.Clamp(left, 0, Size);
        }
    }

    private void Refill()
    {
        var now = time.GetUtcNow();
        _available = Math.Min(Size, _available + (Math.Max(0, (now - _asOf).TotalSeconds) * PerSecond));
        _asOf = now;
    }
}
