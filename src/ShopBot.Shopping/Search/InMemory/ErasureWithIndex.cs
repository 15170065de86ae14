using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Search;

/// <summary>Forgets a store's products with the store. Providers that keep both in one database do it there.</summary>
internal sealed class ErasureWithIndex(IErasure inner, InMemoryProductIndex index, InMemoryExportStore exports) : IErasure
{
    public ValueTask<bool> EraseCustomerAsync(StoreId store, CustomerId customer, CancellationToken cancellationToken = default) =>
        inner.EraseCustomerAsync(store, customer, cancellationToken);

    public ValueTask<bool> EraseStoreAsync(StoreId store, CancellationToken cancellationToken = default)
    {
        index.Forget(store);
        exports.Forget(store);
        return inner.EraseStoreAsync(store, cancellationToken);
    }
}
