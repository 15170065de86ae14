using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

internal sealed partial class InMemoryStorage
{
    public ValueTask<bool> EraseCustomerAsync(StoreId store, CustomerId customer, CancellationToken cancellationToken = default) =>
        Run(
            () =>
            {
                var current = _customers.Current(store, customer);
                var all = _customers.AbsorbedBy(store, current).Append(current).ToHashSet();
                Erase(lane => lane.Key.Store == store && all.Contains(lane.Key.Customer));
                return _customers.Erase(store, current);
            },
            cancellationToken);

    public ValueTask<bool> EraseStoreAsync(StoreId store, CancellationToken cancellationToken = default) =>
        Run(
            () =>
            {
                Erase(lane => lane.Key.Store == store);
                RemoveWhere(_events, key => key.Store == store);
                RemoveWhere(_seen, key => key.Store == store);
                RemoveWhere(_early, key => key.Store == store);
                RemoveWhere(_credentials, key => key.Store == store);
                _customers.EraseStore(store);
                return _stores.Remove(store);
            },
            cancellationToken);

    // A turn that runs meanwhile does not find its lane any more, and is stale.
    private void Erase(Predicate<Lane> which)
    {
        foreach (var lane in _lanes.Values.Where(lane => which(lane)).ToList())
        {
            _lanes.Remove(lane.Key);
            foreach (var row in _outbox.Where(row => row.Value.Lane == lane).Select(row => row.Key).ToList())
                _outbox.Remove(row);
            foreach (var row in _sent.Where(row => row.Value.Lane == lane).Select(row => row.Key).ToList())
                _sent.Remove(row);
            foreach (var row in _events.Where(row => row.Value.Lane == lane.Key).Select(row => row.Key).ToList())
                _events.Remove(row);
        }
    }

    private static void RemoveWhere<TKey, TValue>(Dictionary<TKey, TValue> rows, Predicate<TKey> which) where TKey : notnull
    {
        foreach (var key in rows.Keys.Where(key => which(key)).ToList())
            rows.Remove(key);
    }
}
