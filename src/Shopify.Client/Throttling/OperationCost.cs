namespace Shopify.Client;

/// <summary>
/// What an operation will ask for: the most it asked for lately, because its cost differs with its variables and too little reserved is a throttled call.
/// </summary>
internal sealed class OperationCost(double? declared)
{
    private const int Window = 64;
    private const int FewAnswers = 16;
    private const double MostEverAllowed = 1000;
    private readonly Lock _gate = new();
    private long _seen;
    private int _inWindow;
    private double _current;
    private double _previous;

    /// <summary>What the operation itself says; null when it does not.</summary>
    public double? Declared { get; } = declared;

    /// <summary>What the answers let expect; null until Shopify has answered once.</summary>
    public double? Learnt
    {
        get
        {
            lock (_gate)
                return _seen == 0 ? null : Padded(Math.Max(_current, _previous));
        }
    }

    /// <summary>The points to reserve; null while nobody knows. The first answers may be the cheap ones, so what the operation says of itself holds beside them.</summary>
    public double? Expected
    {
        get
        {
            lock (_gate)
                return _seen == 0 ? Declared : Math.Max(Padded(Math.Max(_current, _previous)), _seen < FewAnswers ? Declared ?? 0 : 0);
        }
    }

    // The fewer answers there were, the likelier the next one costs more than all of them.
    private double Padded(double most) => Math.Max(most, Math.Min(most * (1 + (0.5 / Math.Sqrt(_seen))), MostEverAllowed));

    public void Learn(double requested)
    {
        if (!double.IsFinite(requested) || requested < 0)
            return;
        lock (_gate)
        {
            if (_inWindow == Window)
                (_previous, _current, _inWindow) = (_current, 0, 0);
            _current = Math.Max(_current, requested);
            _inWindow++;
            _seen++;
        }
    }
}
