namespace Shopify.Emulator.Webhooks;

/// <summary>How coming webhook deliveries misbehave: lost, doubled, late or out of order. Thread-safe.</summary>
public sealed class WebhookScript
{
    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];
    private readonly List<Action> _held = [];
    private bool _isHolding;

    internal WebhookScript()
    {
    }

    /// <summary>How many deliveries are held back now.</summary>
    public int HeldCount
    {
        get
        {
            lock (_gate) return _held.Count;
        }
    }

    /// <summary>The next delivery arrives twice, with the same webhook id.</summary>
    /// <param name="topic">Topic as in the header; null for any.</param>
    public void Duplicate(string? topic = null) => Add(new(topic, 2, null));

    /// <summary>The next delivery never arrives.</summary>
    /// <param name="topic">Topic as in the header; null for any.</param>
    public void Lose(string? topic = null) => Add(new(topic, 0, null));

    /// <summary>The next delivery starts late, by the emulator's clock.</summary>
    /// <param name="by">How late.</param>
    /// <param name="topic">Topic as in the header; null for any.</param>
    public void Delay(TimeSpan by, string? topic = null) => Add(new(topic, 1, by));

    /// <summary>Keeps all deliveries back until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate) _isHolding = true;
    }

    /// <summary>Lets held deliveries go and stops holding.</summary>
    /// <param name="reversed">Whether the last one goes first. The order is kept: each waits for the answer to the one before.</param>
    public void Release(bool reversed = false)
    {
        List<Action> due;
        lock (_gate)
        {
            _isHolding = false;
            due = [.. _held];
            _held.Clear();
        }

        if (reversed) due.Reverse();
        foreach (var start in due) start();
    }

    /// <summary>Forgets what was planned; held deliveries stay held.</summary>
    public void Clear()
    {
        lock (_gate) _plans.Clear();
    }

    internal (int Copies, TimeSpan? Delay) Next(string topic)
    {
        lock (_gate)
        {
            if (_plans.Find(p => p.Topic is null || p.Topic == topic) is not { } plan) return (1, null);
            _plans.Remove(plan);
            return (plan.Copies, plan.Delay);
        }
    }

    /// <summary>Keeps a delivery back when asked to.</summary>
    internal bool TryHold(Action start)
    {
        lock (_gate)
        {
            if (_isHolding) _held.Add(start);
            return _isHolding;
        }
    }

    private void Add(Plan plan)
    {
        lock (_gate) _plans.Add(plan);
    }

    private sealed record Plan(string? Topic, int Copies, TimeSpan? Delay);
}
