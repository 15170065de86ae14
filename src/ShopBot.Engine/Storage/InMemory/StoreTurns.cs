using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>Counts what one claim takes from each store.</summary>
internal sealed class StoreTurns(ClaimRequest request)
{
    private readonly Dictionary<StoreId, int> _taken = [];

    /// <summary>Counts one more, unless the store has had its share.</summary>
    public bool Take(StoreId store)
    {
        if (request.Except.Contains(store) || _taken.GetValueOrDefault(store) >= request.MaxPerStore)
            return false;

        _taken[store] = _taken.GetValueOrDefault(store) + 1;
        return true;
    }
}
