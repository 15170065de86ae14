namespace WhatsApp.Emulator;

/// <summary>What became of the last messages of a number, for <c>message_history</c>. Bounded.</summary>
internal sealed class MessageTrail(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Add(string messageId)
    {
        if (capacity == 0)
            return;
        lock (_lock)
        {
            _steps[messageId] = [];
            _order.Enqueue(messageId);
            if (_order.Count > capacity)
                _steps.Remove(_order.Dequeue());
        }
    }

    public void Report(string messageId, string status, DateTimeOffset at)
    {
        if (capacity == 0)
            return;
        lock (_lock)
        {
            if (_steps.TryGetValue(messageId, out var steps))
                steps.Add(new Step(status, at));
        }
    }

    public void Taken(string messageId, string status)
    {
        if (capacity == 0)
            return;
        lock (_lock)
        {
            if (_steps.TryGetValue(messageId, out var steps) && steps.Find(step => step.Status == status) is { } step)
                step.IsTaken = true;
        }
    }

    public IReadOnlyList<(string MessageId, IReadOnlyList<Step> Steps)> Read(string? messageId)
    {
        lock (_lock)
        {
            var ids = messageId is null ? _order.Reverse() : _steps.ContainsKey(messageId) ? [messageId] : Enumerable.Empty<string>();
            return [.. ids.Select(id => (id, (IReadOnlyList<Step>)[.. _steps[id]]))];
        }
    }

    internal sealed class Step(string status, DateTimeOffset at)
    {
        public string Status => status;
        public DateTimeOffset At => at;
        public bool IsTaken { get; set; }
    }
}
