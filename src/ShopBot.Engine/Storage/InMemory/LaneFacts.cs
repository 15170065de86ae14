namespace ShopBot.Engine.Storage.InMemory;

/// <summary>The domain events of one lane that wait to be delivered, and who delivers them.</summary>
internal sealed class LaneFacts(LaneKey key)
{
    private readonly List<LoggedEvent> _waiting = [];
    private DateTimeOffset _readyAt;
    private DateTimeOffset _leaseUntil;
    private string? _owner;
    private long _fence;
    private long _last;

    /// <summary>When the next delivery may be claimed; null when nothing waits.</summary>
    public DateTimeOffset? DueAt => _waiting.Count == 0 ? null : _owner is null ? _readyAt : _leaseUntil;

    public bool CanLease(DateTimeOffset now) => DueAt <= now;

    public void Add(Guid id, string kind, ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        if (_waiting.Count == 0)
            _readyAt = now;
        _waiting.Add(new LoggedEvent(++_last, id, kind, payload, now, Attempts: 0));
    }

    public EventWork Lease(string owner, DateTimeOffset until)
    {
        (_owner, _leaseUntil, _fence) = (owner, until, _fence + 1);
        return Work();
    }

    /// <returns>False when the delivery is not the current one.</returns>
    public bool Close(EventCommit commit, DateTimeOffset now)
    {
        if (_owner != commit.Owner || _fence != commit.Fence)
            return false;

        _waiting.RemoveAll(waiting => waiting.Number <= commit.Through);
        _readyAt = now;
        if (commit.RetryAt is { } at && _waiting.Count > 0)
        {
            _waiting[0] = _waiting[0] with { Attempts = _waiting[0].Attempts + 1 };
            (_owner, _readyAt) = (null, at);
        }

        return true;
    }

    /// <summary>Keeps the lease while events wait and none must rest, else gives it back.</summary>
    public EventWork? GoOn(DateTimeOffset now, DateTimeOffset until)
    {
        if (_owner is not null && _waiting.Count > 0 && _readyAt <= now)
        {
            _leaseUntil = until;
            return Work();
        }

        _owner = null;
        return null;
    }

    private EventWork Work() => new() { Lane = key, Fence = _fence, LeaseUntil = _leaseUntil, Events = [.. _waiting.Take(StorageRules.MaxEvents)] };
}
