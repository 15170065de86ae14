using System.Globalization;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Benchmarks.Shopping;

/// <summary>A shop of nine products in memory, which is one list in the chat: it answers at once, and makes nothing anew.</summary>
internal sealed class FewProducts : IShopCatalog, IShopCheckout
{
    private static readonly CatalogPage<CollectionCard> Collections = new([new CollectionCard("gid://shopify/Collection/1", "Candles", "Scented and plain")], null);
    private static readonly ProductDetails[] Products = [.. Enumerable.Range(1, 9).Select(Product)];

    private static readonly CatalogPage<ProductCard> Page = new(
        [.. Products.Select(static product => new ProductCard(product.Id, product.Title, product.Variants[0].Price, PricesDiffer: false, Available: true))], null);

    private static readonly CheckoutResult Checkout = new(new Uri("https://demo-shop.myshopify.com/cart/c/abc?key=1"), []);

    public static string FirstProduct => Products[0].Id;

    public static string FirstVariant => Products[0].Variants[0].Id;

    public ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default) => new(Collections);

    public ValueTask<CatalogPage<ProductCard>> GetProductsAsync(StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default) => new(Page);

    public ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default) =>
        new(Array.Find(Products, product => product.Id == productId));

    public ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default) =>
        new([.. variantIds.Select(static id => Array.Find(Products, product => product.Variants[0].Id == id)?.Variants[0])]);

    public ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default) => new(Checkout);

    private static ProductDetails Product(int number)
    {
        var id = number.ToString("0000", CultureInfo.InvariantCulture);
        var title = $"Candle No. {number}";
        var offer = new VariantOffer($"gid://shopify/ProductVariant/48540157{id}", title, "", new Money(12.5m + number, "EUR"), null, true, 40, null) { ProductId = $"gid://shopify/Product/84192946{id}" };
        return new ProductDetails(
            offer.ProductId, title, "Poured by hand from soy wax, burns for forty hours.", new Uri($"https://cdn.shopify.com/s/files/1/06/products/c{id}.jpg"), [offer], HasOptions: false);
    }
}
