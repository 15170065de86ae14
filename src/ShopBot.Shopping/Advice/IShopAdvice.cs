using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Advice;

/// <summary>What goes with a product.</summary>
public interface IShopAdvice
{
    /// <summary>Products to offer beside one, the best first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="productId">The product.</param>
    /// <param name="count">At most this many; 1 to 10.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Empty when there is nothing to offer.</returns>
    ValueTask<IReadOnlyList<ProductCard>> GetSimilarAsync(StoreProfile store, string productId, int count, CancellationToken cancellationToken = default);
}
