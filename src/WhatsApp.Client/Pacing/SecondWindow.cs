namespace WhatsApp.Client.Pacing;

/// <summary>
/// No more than N messages in any second: remembers when the last N were. A token bucket would let twice as many through around a full one.
/// </summary>
internal sealed class SecondWindow
{
    private const long Second = TimeSpan.TicksPerSecond;

    /// <summary>Received messages may take this part of the window, so that a flood of them cannot silence the answers.</summary>
    private const double ReceivedShare = 0.75;

    private long[] _times = new long[8];
    private int _limit;
    private int _next;
    private int _count;
    private long _receivedFrom = -Second;
    private int _received;

    /// <summary>Ticks until this many messages may go; zero or less for now.</summary>
    public long Wait(int limit, int permits, long now)
    {
        Resize(limit);
        if (permits > limit)
            permits = limit;
        var over = _count + permits - limit;
        return over <= 0 ? 0 : At(over - 1) + Second - now;
    }

    public void Add(int permits, long now)
    {
        for (var i = 0; i < Math.Min(permits, _limit); i++)
            Push(now);
    }

    public void AddReceived(int limit, int count, long now)
    {
        Resize(limit);
        if (now - _receivedFrom >= Second)
            (_receivedFrom, _received) = (now, 0);
        var counted = Math.Min(count, (int)Math.Ceiling(limit * ReceivedShare) - _received);
        for (var i = 0; i < counted; i++)
            Push(now);
        _received += Math.Max(counted, 0);
    }

    public bool IsIdle(long now) => _count == 0 || now - At(_count - 1) >= Second;

    /// <summary>The time of the i-th oldest.</summary>
    private long At(int i) => _times[(_next - _count + i + _times.Length) % _times.Length];

    private void Push(long now)
    {
        if (_count == _times.Length && _times.Length < _limit)
            Rebuild(Math.Min(_limit, _times.Length * 2));
        _times[_next] = now;
        _next = (_next + 1) % _times.Length;
        _count = Math.Min(_count + 1, Math.Min(_limit, _times.Length));
    }

    private void Resize(int limit)
    {
        if (limit == _limit)
            return;
        _limit = limit;
        if (_times.Length > limit)
            Rebuild(limit);
    }

    private void Rebuild(int size)
    {
        var kept = Math.Min(_count, size);
        var times = new long[size];
        for (var i = 0; i < kept; i++)
            times[i] = At(_count - kept + i);
        (_times, _count, _next) = (times, kept, kept % size);
    }
}
