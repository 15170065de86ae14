namespace Shopify.Client;

/// <summary>
/// What an operation will ask for: the most it asked for lately, because its cost differs with its variables and too little reserved is a throttled call.
/// </summary>
internal sealed class OperationCost(double? declared)
{
    private const int Window = 64;
    private readonly Lock _gate = new();
    private int _seen;
    private double _current;
    private double _previous;

    /// <summary>The points to reserve; null when neither declared nor learnt.</summary>
    public double? Points
    {
        get
        {
            lock (_gate)
                return _seen == 0 && _previous == 0 ? declared : Math.Max(_current, _previous);
        }
    }

    public void Learn(double requested)
    {
        if (!double.IsFinite(requested) || requested < 0)
            return;
        lock (_gate)
        {
            if (_seen == Window)
                (_previous, _current, _seen) = (_current, 0, 0);
            _current = Math.Max(_current, requested);
            _seen++;
        }
    }
}
