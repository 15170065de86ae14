using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopify.Search;

/// <summary>The search index with what fills it, and whom to ask for a store's synonyms. The first two are null when the storage has none, or it is switched off: Shopify is asked then.</summary>
internal sealed record CatalogSearch(ProductSearch? Search, CatalogExports? Exports, IShopSettings? Settings)
{
    /// <summary>A store's synonyms.</summary>
    public async ValueTask<IReadOnlyList<IReadOnlyList<string>>> SynonymsAsync(StoreId store, CancellationToken cancellationToken) =>
        Settings is null ? [] : (await Settings.GetAsync(store, cancellationToken).ConfigureAwait(false)).Synonyms;
}
