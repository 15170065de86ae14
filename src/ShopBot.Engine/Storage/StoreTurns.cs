using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>Keeps a claim's shares: at most <see cref="ClaimRequest.MaxPerStore"/> of each store, nothing of the excepted ones. For providers; one per claim and kind of work.</summary>
/// <param name="request">The claim.</param>
public sealed class StoreTurns(ClaimRequest request)
{
    private readonly Dictionary<StoreId, int> _taken = [];

    /// <summary>Counts one more of a store; false when it has had its share.</summary>
    /// <param name="store">The store.</param>
    public bool Take(StoreId store)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Left(store) <= 0)
            return false;

        _taken[store] = _taken.GetValueOrDefault(store) + 1;
        return true;
    }

    /// <summary>How many more may be taken of a store.</summary>
    /// <param name="store">The store.</param>
    public int Left(StoreId store) => request.Except.Contains(store) ? 0 : request.MaxPerStore - _taken.GetValueOrDefault(store);
}
