namespace Shopify.Client.Tests.Throttling;

/// <summary>
/// Shopify's side of query cost, written apart from the client: a bucket that fills by the clock, takes the requested cost before a query runs and
/// gives back what it did not need. Somebody else may spend from it.
/// </summary>
internal sealed class SimulatedBucket(TimeProvider time, double size, double restoreRate, double foreignRate = 0)
{
    private readonly Lock _gate = new();
    private readonly double _size = size;
    private double _available = size;
    private long _at = time.GetTimestamp();

    public int Throttled { get; private set; }

    public int Ran { get; private set; }

    public double Spent { get; private set; }

    public double LowestAvailable { get; private set; } = size;

    public void Drain(double left)
    {
        lock (_gate)
            _available = left;
    }

    /// <returns>False when the query is throttled; and what the bucket holds then.</returns>
    public bool TryTake(double requested, out double available)
    {
        lock (_gate)
        {
            Fill();
            if (_available < requested)
            {
                Throttled++;
                available = _available;
                return false;
            }

            _available -= requested;
            LowestAvailable = Math.Min(LowestAvailable, _available);
            available = _available;
            return true;
        }
    }

    public double Finish(double requested, double actual)
    {
        lock (_gate)
        {
            Fill();
            Ran++;
            Spent += actual;
            return _available = Math.Min(_size, _available + requested - actual);
        }
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        var seconds = time.GetElapsedTime(_at, now).TotalSeconds;
        _at = now;
        _available = Math.Clamp(_available + (seconds * (restoreRate - foreignRate)), Math.Min(_available, 0), _size);
    }
}
