namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    private readonly Dictionary<string, (ReadOnlyMemory<byte> Value, DateTimeOffset ExpiresAt)> _tickets = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _ticketEnds = new();

    public async ValueTask PutAsync(
        string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await Run(() => Put(key, value, expiresAt, now), cancellationToken).ConfigureAwait(false);

    public ValueTask<ReadOnlyMemory<byte>?> TakeAsync(string key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Run<ReadOnlyMemory<byte>?>(
            () => _tickets.Remove(key, out var ticket) && ticket.ExpiresAt > now ? (ReadOnlyMemory<byte>?)ticket.Value : null, cancellationToken);

    private bool Put(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        while (_ticketEnds.TryPeek(out var first, out var end) && (end <= now || _tickets.Count >= StorageRules.MaxTickets))
        {
            _ticketEnds.Dequeue();
            if (_tickets.TryGetValue(first, out var ticket) && ticket.ExpiresAt == end)
                _tickets.Remove(first);
        }

        _tickets[key] = (value.ToArray(), expiresAt);
        _ticketEnds.Enqueue(key, expiresAt);
        return true;
    }
}
