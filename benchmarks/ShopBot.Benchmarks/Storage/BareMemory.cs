namespace ShopBot.Benchmarks.Storage;

/// <summary>The rows of a message in collections of this process, under one lock: what keeping them in memory costs at the least.</summary>
internal sealed class BareMemory : IBareStorage
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Lane> _lanes = [];
    private readonly byte[] _bytes = new byte[600];
    private long _numbers;

    public Task AppendAsync(int caller)
    {
        lock (_lock)
            Append(caller);
        return Task.CompletedTask;
    }

    public Task AppendAndCommitAsync(int caller)
    {
        lock (_lock)
            Append(caller);
        lock (_lock)
        {
            var lane = _lanes[caller];
            (lane.State, lane.Version) = (_bytes, lane.Version + 1);
            lane.Outbox.Add((Guid.NewGuid(), _bytes));
        }

        return Task.CompletedTask;
    }

    private void Append(int caller)
    {
        var key = $"event-{++_numbers}";
        if (!_seen.Add(key))
            return;
        if (!_lanes.TryGetValue(caller, out var lane))
            _lanes.Add(caller, lane = new Lane());
        lane.Inbox.Add((key, _bytes, TimeProvider.System.GetUtcNow()));
    }

    private sealed class Lane
    {
        public List<(string Key, byte[] Payload, DateTimeOffset At)> Inbox { get; } = [];

        public List<(Guid Id, byte[] Payload)> Outbox { get; } = [];

        public byte[]? State { get; set; }

        public int Version { get; set; }
    }
}
