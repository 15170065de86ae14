namespace Shopify.Client;

/// <summary>
/// Stops calls to one shop after a row of attempts that got no usable answer. After a pause a single attempt goes through: its success
/// closes the breaker, its failure begins the next pause.
/// </summary>
internal sealed class CircuitBreaker(int failures, TimeSpan pause, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _failed;
    private long _openedAt;
    private bool _isOpen;
    private bool _isTrying;

    /// <summary>How long until a call makes sense; zero when one may be tried.</summary>
    public TimeSpan OpenFor
    {
        get
        {
            lock (_gate)
                return Left();
        }
    }

    /// <returns>False while open. After true, one of <see cref="Succeed"/>, <see cref="Fail"/> and <see cref="Abandon"/> follows.</returns>
    public bool TryEnter(out TimeSpan openFor)
    {
        lock (_gate)
        {
            openFor = Left();
            if (!_isOpen)
                return true;
            if (openFor > TimeSpan.Zero)
                return false;
            if (_isTrying)
            {
                openFor = pause;
                return false;
            }

            _isTrying = true;
            return true;
        }
    }

    public void Succeed()
    {
        lock (_gate)
            (_failed, _isOpen, _isTrying) = (0, false, false);
    }

    /// <returns>True when this failure opened the breaker.</returns>
    public bool Fail()
    {
        lock (_gate)
        {
            _isTrying = false;
            if (failures == 0 || ++_failed < failures)
                return false;
            var opens = !_isOpen || Left() == TimeSpan.Zero;
            if (opens)
                _openedAt = time.GetTimestamp();
            _isOpen = true;
            return opens;
        }
    }

    /// <summary>The attempt ended without telling anything, as when its caller left.</summary>
    public void Abandon()
    {
        lock (_gate)
            _isTrying = false;
    }

    private TimeSpan Left()
    {
        if (!_isOpen)
            return TimeSpan.Zero;
        var left = pause - time.GetElapsedTime(_openedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
