using System.Globalization;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopping.Tests.Support;

/// <summary>A shop in memory that a test fills and changes while somebody shops. A page's cursor is the number of its first entry.</summary>
internal sealed class FakeShop : IShopCatalog, IShopCheckout
{
    public List<CollectionCard> Collections { get; } = [];

    public List<ProductDetails> Products { get; } = [];

    public List<IReadOnlyList<CheckoutLine>> Checkouts { get; } = [];

    public CheckoutResult CheckoutAnswer { get; set; } = new(new Uri("https://demo-shop.myshopify.com/cart/c/abc?key=1"), []);

    public ProductListing? LastListing { get; private set; }

    /// <summary>A product with one variant per title; without titles, one that has nothing to choose.</summary>
    public ProductDetails Add(string title, decimal price, params string[] variants)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{Products.Count + 1}");
        var offers = variants.Length == 0
            ? [Offer(id, title, "", price)]
            : variants.Select((variant, i) => Offer($"{id}-{i}", title, variant, price + i)).ToList();
        var product = new ProductDetails(id, title, "A fine thing.", new Uri("https://cdn.shopify.com/thing.png"), offers, variants.Length > 0);
        Products.Add(product);
        return product;
    }

    /// <summary>Changes every variant of a product.</summary>
    public void Change(ProductDetails product, Func<VariantOffer, VariantOffer> change)
    {
        var index = Products.FindIndex(other => other.Id == product.Id);
        Products[index] = product with { Variants = [.. Products[index].Variants.Select(change)] };
    }

    public ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default) =>
        new(Page(Collections, cursor, count));

    public ValueTask<CatalogPage<ProductCard>> GetProductsAsync(
        StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        LastListing = listing;
        var found = Products
            .Where(product => listing.Text is not { } text || product.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Select(product => new ProductCard(product.Id, product.Title, product.Variants[0].Price, product.Variants.Count > 1, product.Variants.Any(variant => variant.Available)))
            .ToList();
        return new(Page(found, cursor, count));
    }

    public ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default) =>
        new(Products.Find(product => product.Id == productId));

    public ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default) =>
        new([.. variantIds.Select(id => Products.SelectMany(product => product.Variants).FirstOrDefault(variant => variant.Id == id))]);

    public ValueTask<CheckoutResult> CreateAsync(
        StoreProfile store, CustomerId customer, IReadOnlyList<CheckoutLine> lines, CancellationToken cancellationToken = default)
    {
        Checkouts.Add(lines);
        return new(CheckoutAnswer);
    }

    private static VariantOffer Offer(string product, string productTitle, string title, decimal price) =>
        new(product.Replace("/Product/", "/ProductVariant/", StringComparison.Ordinal), productTitle, title, new Money(price, "EUR"), null, true, null, null);

    private static CatalogPage<T> Page<T>(List<T> all, string? cursor, int count)
    {
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var next = start + count;
        return new CatalogPage<T>([.. all.Skip(start).Take(count)], next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }
}
