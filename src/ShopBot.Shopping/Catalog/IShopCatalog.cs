using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Catalog;

/// <summary>
/// What the shop sells, as a shopper may see it: only what is published and active. Answers may be some minutes old, except
/// <see cref="GetVariantsAsync"/>, which is asked before money is spoken of. Names and descriptions are in the language of the given profile
/// (<see cref="StoreProfile.Locale"/>), which is the customer's, where the shop has them in it; prices are those of its country (<see cref="StoreProfile.Country"/>), where the shop has
/// a market for it, else the shop's own.
/// </summary>
public interface IShopCatalog
{
    /// <summary>The shop's collections, empty ones left out.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    /// <param name="count">At most this many; 1 to 50.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default);

    /// <summary>Products of a collection, or those that a text finds, or all.</summary>
    ValueTask<CatalogPage<ProductCard>> GetProductsAsync(StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default);

    /// <summary>One product with its variants; null when it is not sold any more.</summary>
    ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default);

    /// <summary>Today's price and availability of variants, in the order asked; null for one that is not sold any more.</summary>
    ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default);

    /// <summary>The countries the shop sells to; empty (the default) when it has one price for everybody, or does not tell.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<ShopCountry>> GetCountriesAsync(StoreProfile store, CancellationToken cancellationToken = default) => new([]);

    /// <summary>One product by what its web address ends with; null when there is none, or the shop has no such addresses.</summary>
    /// <param name="store">The store.</param>
    /// <param name="handle">Such as <c>white-shirt</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<ProductDetails?> FindByHandleAsync(StoreProfile store, string handle, CancellationToken cancellationToken = default) => new((ProductDetails?)null);

    /// <summary>
    /// Today's price and availability of items of the platform's own catalogue, in the order asked; null for one that is not sold. The default takes their ids for those of variants.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="retailerIds">What the platform calls <c>product_retailer_id</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<VariantOffer?>> FindCatalogItemsAsync(StoreProfile store, IReadOnlyList<string> retailerIds, CancellationToken cancellationToken = default) =>
        GetVariantsAsync(store, retailerIds, cancellationToken);
}
