using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

// What tests look at and the contracts do not show.
internal sealed partial class InMemoryStorage
{
    internal OutboxEntry? FindOutbox(StoreId store, Guid id)
    {
        lock (_lock)
        {
            return _outbox.GetValueOrDefault((store, id));
        }
    }

    internal (LaneEvent Event, string Cause)? FindParked(LaneKey lane, long seq)
    {
        lock (_lock)
        {
            return Find(lane)?.FindParked(seq) is { } parked ? (parked.Event, parked.Cause!) : null;
        }
    }

    internal int CountEvents(StoreId store, string kind)
    {
        lock (_lock)
        {
            return _events.Count(row => row.Key.Store == store && row.Value.Kind == kind);
        }
    }
}
