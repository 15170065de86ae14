namespace WhatsApp.Emulator;

/// <summary>Counts what an account sent, delivered and received, by half hour, for analytics. Keeps the last 90 days.</summary>
internal sealed class TrafficBook
{
    private const long Slot = 1_800;
    private const long KeepSlots = 90 * 48;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, SlotCounts> _slots = [];

    public void Received(DateTimeOffset at)
    {
        lock (_lock)
            Of(at).Received++;
    }

    public void Sent(OutgoingMessage message)
    {
        lock (_lock)
        {
            var slot = Of(message.SentAt);
            slot.Sent++;
            if (message.Price is { } price)
                slot.Priced[(price.Type, price.Category)] = slot.Priced.GetValueOrDefault((price.Type, price.Category)) + 1;
            if (message.Template is { } template)
                slot.Template(template.Id).Sent++;
        }
    }

    public void Reported(OutgoingMessage message, string status, DateTimeOffset at)
    {
        lock (_lock)
        {
            var slot = Of(at);
            var template = message.Template is { } known ? slot.Template(known.Id) : null;
            switch (status)
            {
                case "delivered":
                    slot.Delivered++;
                    if (template is not null)
                        template.Delivered++;
                    break;
                case "read":
                    if (template is not null)
                        template.Read++;
                    break;
            }
        }
    }

    /// <summary>The half hours that begin within the time.</summary>
    public IReadOnlyList<(long Start, SlotCounts Counts)> Between(long start, long end)
    {
        lock (_lock)
            return [.. _slots.Where(pair => pair.Key * Slot >= start && pair.Key * Slot < end).Select(pair => (pair.Key * Slot, pair.Value.Copy()))];
    }

    private SlotCounts Of(DateTimeOffset at)
    {
        var key = at.ToUnixTimeSeconds() / Slot;
        if (_slots.TryGetValue(key, out var counts))
            return counts;
        _slots[key] = counts = new SlotCounts();
        while (_slots.Count > KeepSlots)
            _slots.Remove(_slots.First().Key);
        return counts;
    }
}
