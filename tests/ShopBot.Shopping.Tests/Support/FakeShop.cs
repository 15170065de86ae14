using System.Globalization;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Advice;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopping.Tests.Support;

/// <summary>A shop in memory that a test fills and changes while somebody shops. A page's cursor is the number of its first entry.</summary>
internal sealed class FakeShop : IShopCatalog, IShopCheckout, IShopOrders, IShopAdvice, IShopSettings
{
    public ShopSettings Settings { get; set; } = ShopSettings.Default;

    public List<CollectionCard> Collections { get; } = [];

    public List<ProductDetails> Products { get; } = [];

    public List<IReadOnlyList<CheckoutLine>> Checkouts { get; } = [];

    public List<IReadOnlyList<string>> Codes { get; } = [];

    public CheckoutResult CheckoutAnswer { get; set; } = new(new Uri("https://demo-shop.myshopify.com/cart/c/abc?key=1"), []);

    /// <summary>Codes the shop knows, with what they take off in percent.</summary>
    public Dictionary<string, int> Discounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<(OrderCard Card, IReadOnlyList<OrderedLine> Lines)> Orders { get; } = [];

    public List<(string Order, string Tag)> Tags { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>Names in other languages.</summary>
    public Dictionary<(string Title, string Language), string> Translations { get; } = [];

    /// <summary>Countries that see prices in another currency, with what a unit of the shop's currency is in it; empty for one price for everybody.</summary>
    public Dictionary<string, (string Currency, decimal Rate)> Markets { get; } = new(StringComparer.Ordinal);

    /// <summary>The countries that checkouts were made for.</summary>
    public List<string?> CheckoutCountries { get; } = [];

    public ProductListing? LastListing { get; private set; }

    /// <summary>The stores that were asked about.</summary>
    public HashSet<StoreId> Asked { get; } = [];

    /// <summary>A product with one variant per title; without titles, one that has nothing to choose.</summary>
    public ProductDetails Add(string title, decimal price, params string[] variants)
    {
        var id = NextId();
        var offers = variants.Length == 0
            ? [Offer(id, id, title, "", price)]
            : variants.Select((variant, i) => Offer($"{id}{i:00}", id, title, variant, price + i)).ToList();
        var product = new ProductDetails(id, title, "A fine thing.", new Uri("https://cdn.shopify.com/thing.png"), offers, variants.Length > 0);
        Products.Add(product);
        return product;
    }

    /// <summary>A product with options; every combination that is named exists.</summary>
    public ProductDetails AddWithOptions(string title, decimal price, IReadOnlyList<ProductChoice> options, params string[] combinations)
    {
        var id = NextId();
        var product = new ProductDetails(
            id, title, "A fine thing.", new Uri("https://cdn.shopify.com/thing.png"),
            [.. combinations.Select((combination, i) => Offer($"{id}{i:00}", id, title, combination, price + i) with { OptionValues = combination.Split(" / ") })],
            HasOptions: true)
        {
            Options = options,
        };
        Products.Add(product);
        return product;
    }

    /// <summary>Changes every variant of a product.</summary>
    public void Change(ProductDetails product, Func<VariantOffer, VariantOffer> change)
    {
        var index = Products.FindIndex(other => other.Id == product.Id);
        Products[index] = Products[index] with { Variants = [.. Products[index].Variants.Select(change)] };
    }

    public ValueTask<IReadOnlyList<ShopCountry>> GetCountriesAsync(StoreProfile store, CancellationToken cancellationToken = default) =>
        new([.. Markets.Select(market => new ShopCountry(market.Key, market.Value.Currency))]);

    public ValueTask<ShopSettings> GetAsync(StoreId store, CancellationToken cancellationToken = default) => new(Settings);

    public ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default) =>
        new(Page(Collections, cursor, count));

    public ValueTask<CatalogPage<ProductCard>> GetProductsAsync(
        StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        Asked.Add(store.Id);
        LastListing = listing;
        var found = Products.Select(product => In(store, product))
            .Where(product => listing.Text is not { } text || text.Split(' ').All(word => product.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(Card)
            .ToList();
        return new(Page(found, cursor, count));
    }

    public ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default)
    {
        Asked.Add(store.Id);
        return new(Products.Find(product => product.Id == productId) is { } found ? In(store, found) : null);
    }

    public ValueTask<ProductDetails?> FindByHandleAsync(StoreProfile store, string handle, CancellationToken cancellationToken = default) =>
        new(Products.Find(product => product.Title.Replace(' ', '-').Equals(handle, StringComparison.OrdinalIgnoreCase)) is { } found ? In(store, found) : null);

    public ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default)
    {
        Asked.Add(store.Id);
        return new([.. variantIds.Select(id => Products.Select(product => In(store, product)).SelectMany(product => product.Variants).FirstOrDefault(variant => variant.Id == id))]);
    }

    public ValueTask<CheckoutResult> CreateAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default)
    {
        Asked.Add(store.Id);
        Checkouts.Add(order.Lines);
        CheckoutCountries.Add(store.Country);
        Codes.Add(order.DiscountCodes);
        return new(CheckoutAnswer with { RefusedCodes = [.. order.DiscountCodes.Where(code => !Discounts.ContainsKey(code))] });
    }

    public ValueTask<CheckoutPricing?> PriceAsync(StoreProfile store, CheckoutOrder order, CancellationToken cancellationToken = default)
    {
        var known = order.DiscountCodes.Where(Discounts.ContainsKey).ToList();
        var total = order.Lines.Select(line => line.Price!.Value * line.Quantity).Aggregate((sum, next) => sum + next);
        return new(new CheckoutPricing
        {
            RefusedCodes = [.. order.DiscountCodes.Except(known)],
            Discount = known.Count == 0 ? null : total with { Amount = Math.Round(total.Amount * Discounts[known[0]] / 100, 2) },
        });
    }

    public ValueTask<IReadOnlyList<ProductCard>> GetSimilarAsync(StoreProfile store, string productId, int count, CancellationToken cancellationToken = default) =>
        new([.. Products.Where(product => product.Id != productId).Take(Math.Min(count, 3)).Select(product => Card(In(store, product)))]);

    public ValueTask<IReadOnlyList<OrderCard>> GetOrdersAsync(StoreProfile store, OrderBuyer buyer, int count, CancellationToken cancellationToken = default) =>
        new([.. Orders.Select(order => order.Card).Take(count)]);

    public ValueTask<OrderCard?> FindOrderAsync(StoreProfile store, OrderBuyer buyer, string orderName, CancellationToken cancellationToken = default) =>
        new(Orders.Select(order => order.Card).FirstOrDefault(order => order.Name.TrimStart('#') == orderName.TrimStart('#')));

    public ValueTask<IReadOnlyList<OrderedLine>> GetLinesAsync(StoreProfile store, OrderBuyer buyer, string orderId, CancellationToken cancellationToken = default) =>
        new(Orders.Where(order => order.Card.Id == orderId).Select(order => order.Lines).FirstOrDefault() ?? []);

    public ValueTask<bool> TagAsync(StoreProfile store, string orderId, string tag, CancellationToken cancellationToken = default)
    {
        Tags.Add((orderId, tag));
        return new(true);
    }

    public ValueTask<bool> CancelAsync(StoreProfile store, string orderId, CancellationToken cancellationToken = default)
    {
        Cancelled.Add(orderId);
        return new(true);
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/Product/{Products.Count + 1}");

    private static VariantOffer Offer(string id, string product, string productTitle, string title, decimal price) =>
        new(id.Replace("/Product/", "/ProductVariant/", StringComparison.Ordinal), productTitle, title, new Money(price, "EUR"), null, true, null, null) { ProductId = product };

    private static ProductCard Card(ProductDetails product) =>
        new(product.Id, product.Title, product.Variants[0].Price, product.Variants.Count > 1, product.Variants.Any(variant => variant.Available));

    private ProductDetails In(StoreProfile store, ProductDetails product)
    {
        var named = Named(store, product);
        if (store.Country is null || !Markets.TryGetValue(store.Country, out var market))
            return named;
        return named with { Variants = [.. named.Variants.Select(variant => variant with { Price = To(variant.Price)!.Value, CompareAtPrice = To(variant.CompareAtPrice), UnitPrice = To(variant.UnitPrice) })] };

        Money? To(Money? price) => price is { } own ? new Money(Math.Round(own.Amount * market.Rate, 2, MidpointRounding.AwayFromZero), market.Currency) : null;
    }

    private ProductDetails Named(StoreProfile store, ProductDetails product) => Translations.TryGetValue((product.Title, store.Locale), out var title)
        ? product with
        {
            Title = title,
            Options = [.. product.Options.Select(option => new ProductChoice(Word(store, option.Name), [.. option.Values.Select(value => Word(store, value))]))],
            Variants =
            [
                .. product.Variants.Select(variant => variant with
                {
                    ProductTitle = title, OptionValues = [.. variant.OptionValues.Select(value => Word(store, value))], Title = string.Join(" / ", variant.Title.Split(" / ").Select(value => Word(store, value))),
                }),
            ],
        }
        : product;

    private string Word(StoreProfile store, string word) => Translations.GetValueOrDefault((word, store.Locale), word);

    private static CatalogPage<T> Page<T>(List<T> all, string? cursor, int count)
    {
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var next = start + count;
        return new CatalogPage<T>([.. all.Skip(start).Take(count)], next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }
}
