namespace WhatsApp.Emulator;

/// <summary>A bucket that holds <paramref name="capacity"/> tokens and gains one per <paramref name="interval"/>.</summary>
internal sealed class TokenBucket(int capacity, TimeSpan interval, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _tokens = capacity;
    private long _filledAt = time.GetTimestamp();

    public bool TryTake()
    {
        lock (_lock)
        {
            Fill();
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }

    /// <summary>Takes a token that cannot be refused, as an inbound message does.</summary>
    public void Take()
    {
        lock (_lock)
        {
            Fill();
            _tokens = Math.Max(0, _tokens - 1);
        }
    }

    private void Fill()
    {
        var now = time.GetTimestamp();
        // A hair of slack: a bucket emptied exactly one interval ago must hold a whole token again.
        var gained = interval > TimeSpan.Zero ? time.GetElapsedTime(_filledAt, now) / interval : capacity;
        _tokens = Math.Min(capacity, _tokens + gained + 1e-9);
        _filledAt = now;
    }
}
