namespace WhatsApp.Client.AspNetCore;

/// <summary>The keys of the last events, so that a delivery repeated soon is not answered twice. Lost when the process ends.</summary>
internal sealed class RecentKeys
{
    private const int Capacity = 4096;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>True the first time.</summary>
    public bool Add(string key)
    {
        lock (_lock)
        {
            if (!_known.Add(key))
                return false;
            _order.Enqueue(key);
            if (_order.Count > Capacity)
                _known.Remove(_order.Dequeue());
            return true;
        }
    }
}
