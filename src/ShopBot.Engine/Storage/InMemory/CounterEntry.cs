namespace ShopBot.Engine.Storage.InMemory;

/// <summary>One counter. Times are microseconds. Used under the lock of its store.</summary>
internal sealed class CounterEntry
{
    private const double Epsilon = 1e-6;
    private readonly List<long> _times = [];
    private long _at;
    private double? _level;
    private double _underWay;
    private double _settled;
    private (double Size, double PerSecond)? _reported;
    private long _countedFrom = long.MinValue / 2;
    private int _counted;

    public long PausedUntil { get; set; }

    /// <summary>What came of all that was settled.</summary>
    public double Settled => _settled;

    /// <summary>Microseconds until it can be taken; zero for now.</summary>
    public long Wait(in CounterDemand demand, long now)
    {
        if (PausedUntil > now)
            return PausedUntil - now;
        if (demand.Limit.IsWindow)
        {
            var (most, length) = ((int)demand.Limit.Size, Micro(demand.Limit.Time));
            var over = _times.Count + (int)Math.Min(demand.Amount, most) - most;
            return over <= 0 ? 0 : Math.Max(0, _times[over - 1] + length - now);
        }

        var (size, perSecond) = Bucket(demand.Limit);
        Fill(size, perSecond, now);
        var missing = Math.Min(demand.Amount + (demand.LeaveShare * size), size) - _level!.Value;
        return missing <= Epsilon ? 0 : (long)Math.Ceiling(missing / perSecond * 1_000_000);
    }

    public void Take(in CounterDemand demand, long now)
    {
        if (demand.Limit.IsWindow)
        {
            Push((int)Math.Min(demand.Amount, demand.Limit.Size), (int)demand.Limit.Size, now);
            return;
        }

        _level -= demand.Amount;
        if (demand.WillSettle)
            _underWay += demand.Amount;
    }

    public void Count(CounterLimit limit, int amount, int most, long now)
    {
        if (now - _countedFrom >= Micro(limit.Time))
            (_countedFrom, _counted) = (now, 0);
        var counted = Math.Clamp(most - _counted, 0, amount);
        _counted += counted;
        Push(counted, (int)limit.Size, now);
    }

    public void Settle(in CounterSettlement settlement, long now)
    {
        if (_level is null && settlement.Report is null)
            return;
        if (_reported is { } bucket)
            Fill(bucket.Size, bucket.PerSecond, now);
        _underWay = Math.Max(0, _underWay - settlement.Taken);
        var overlapping = settlement.Mark is not { } mark ? 0 : _settled >= mark ? _settled - mark : _settled;
        _settled += settlement.Spent;
        _level = (_level ?? 0) + settlement.Taken - settlement.Spent;
        if (settlement.Report is { Size: > 0, PerSecond: > 0 } report)
        {
            var atLeast = report.Left - _underWay - overlapping;
            _level = _reported is null ? atLeast : Math.Min(Math.Max(_level.Value, atLeast), report.Left);
            _reported = (report.Size, report.PerSecond);
            _at = now;
        }

        if (_reported is { } known)
            _level = Math.Min(_level.Value, known.Size);
    }

    private (double Size, double PerSecond) Bucket(CounterLimit limit) => _reported ?? (limit.Size, limit.PerSecond);

    /// <summary>What is under way may not have been taken by the owner yet, where a full bucket would let what flows back run over.</summary>
    private void Fill(double size, double perSecond, long now)
    {
        var ceiling = size - _underWay;
        if (_level is not { } level)
            _level = size;
        else if (level < ceiling)
            _level = Math.Min(ceiling, level + (Math.Max(0, now - _at) / 1_000_000.0 * perSecond));
        _at = now;
    }

    private void Push(int amount, int most, long now)
    {
        for (var i = 0; i < amount; i++)
            _times.Add(now);
        if (_times.Count > most)
            _times.RemoveRange(0, _times.Count - most);
    }

    private static long Micro(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
