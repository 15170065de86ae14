namespace WhatsApp.Client.Pacing;

/// <summary>What one number sent lately. Times are ticks of 100 ns since the limiter began. Methods that try fail once it is retired.</summary>
internal sealed class NumberPace
{
    private readonly Lock _lock = new();
    private readonly SecondWindow _window = new();
    private readonly PairPaces _pairs = new();
    private long _pausedUntil;
    private bool _isRetired;

    public int PairCount => _pairs.Count;

    /// <summary>The lease, or null when this object is no longer used.</summary>
    public PaceLease? TryTake(in WhatsAppRateRequest request, int permits, long now)
    {
        lock (_lock)
        {
            if (_isRetired)
                return null;
            if (_pausedUntil > now)
                return PaceLease.Refused(_pausedUntil - now, isPairLimit: false);
            if (_pairs.Wait(request, permits, now) is > 0 and var pairWait)
                return PaceLease.Refused(pairWait, isPairLimit: true);
            if (_window.Wait(request.MessagesPerSecond, permits, now) is > 0 and var wait)
                return PaceLease.Refused(wait, isPairLimit: false);
            _pairs.Take(request, permits, now);
            _window.Add(permits, now);
            return PaceLease.Granted;
        }
    }

    public bool TryCountReceived(in WhatsAppRateRequest request, int count, long now)
    {
        lock (_lock)
        {
            if (!_isRetired)
                _window.AddReceived(request.MessagesPerSecond, count, now);
            return !_isRetired;
        }
    }

    public bool TryPause(ulong pairKey, long until)
    {
        lock (_lock)
        {
            if (_isRetired)
                return false;
            if (pairKey != 0)
                _pairs.Pause(pairKey, until);
            else
                _pausedUntil = Math.Max(_pausedUntil, until);
            return true;
        }
    }

    /// <summary>Ends this object if nothing it knows matters any more.</summary>
    public bool TryRetire(long now)
    {
        lock (_lock)
            return _isRetired = _isRetired || (_pausedUntil <= now && _window.IsIdle(now) && _pairs.IsIdle(now));
    }
}
