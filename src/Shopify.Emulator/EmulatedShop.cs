using System.Text.Json.Nodes;
using Shopify.Emulator.Billing;
using Shopify.Emulator.BulkOperations;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Customers;
using Shopify.Emulator.Discounts;
using Shopify.Emulator.DraftOrders;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Metafields;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Shops;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator;

/// <summary>One shop inside a <see cref="ShopifyEmulator"/>. Safe to use from several threads.</summary>
public sealed partial class EmulatedShop
{
    private readonly ProductShelf _shelf;
    private readonly WebhookSender _sender;
    private readonly ShopifyEmulatorOptions _options;

    internal EmulatedShop(long id, string domain, ShopCatalog catalog, Uri baseUrl, ShopifyEmulatorOptions options, WebhookSender sender)
    {
        Id = id;
        Domain = domain;
        Url = new Uri(baseUrl, domain);
        Time = options.TimeProvider;
        _options = options;
        _sender = sender;
        _shelf = new ProductShelf(catalog, Time);
        Catalog = catalog;
        Tokens = new TokenVault(Time);
        Bucket = new CostBucket(Time, options.CostBucketSize, options.CostRestoreRate);
        Subscriptions = new WebhookRegistry(this, options);
        Carts = new CartService(this);
        OrderBook = new OrderBook(this);
        Fulfiller = new Fulfiller(this);
        Customers = new CustomerBook(this);
        Discounts = new DiscountBook(this);
        Drafts = new DraftBook(this);
        Checkouts = new CheckoutBook(this);
        Bulk = new BulkRunner(this);
        Billing = new BillingBook(this);
        Metafields = new MetafieldShelf(this);
    }

    /// <summary>Numeric id of the shop.</summary>
    public long Id { get; }

    /// <summary>Permanent domain, such as <c>demo-shop.myshopify.com</c>.</summary>
    public string Domain { get; }

    /// <summary>Where the emulator serves this shop: the address of its home page, without a trailing slash.</summary>
    public Uri Url { get; }

    /// <summary>The shop's admin pages: products, stock, orders, parcels, webhooks.</summary>
    public Uri AdminUrl => new($"{Url}/admin");

    /// <summary>What the shop was made from.</summary>
    public ShopCatalog Catalog { get; private set; }

    /// <summary>All products as they are now, oldest first, numbered and with current stock.</summary>
    public IReadOnlyList<CatalogProduct> Products => _shelf.Products;

    /// <summary>All collections, oldest first.</summary>
    public IReadOnlyList<CatalogCollection> Collections => _shelf.Collections;

    /// <summary>Orders placed so far, oldest first.</summary>
    public IReadOnlyList<EmulatedOrder> Orders => OrderBook.All;

    /// <summary>Webhook subscriptions the app made by API, oldest first.</summary>
    public IReadOnlyList<EmulatedWebhookSubscription> WebhookSubscriptions => Subscriptions.All;

    /// <summary>How many access tokens were ever given out for this shop, refreshed ones included.</summary>
    public int IssuedTokenCount => Tokens.IssuedCount;

    /// <summary>Whether the app is installed, that is: holds a usable grant.</summary>
    public bool IsInstalled => Tokens.CurrentScopes is not null;

    /// <summary>
    /// Which protected customer data the app may see, 0 to 2: 0 none, 1 customers and orders without name, address, phone and e-mail,
    /// 2 everything. What is refused is null beside <c>ACCESS_DENIED</c>, and null in webhooks. Default 2.
    /// </summary>
    public int ProtectedDataLevel { get; set; } = 2;

    /// <summary>Keeps new bulk operations in <c>CREATED</c> until it is false again, to see what happens when many are wanted. Default false.</summary>
    public bool HoldsBulkOperations
    {
        get => Bulk.IsHeld;
        set => Bulk.Hold(value);
    }

    internal TimeProvider Time { get; }

    internal TokenVault Tokens { get; }

    internal CostBucket Bucket { get; }

    internal WebhookRegistry Subscriptions { get; }

    internal CartService Carts { get; }

    internal OrderBook OrderBook { get; }

    internal Fulfiller Fulfiller { get; }

    internal CustomerBook Customers { get; }

    internal DiscountBook Discounts { get; }

    internal DraftBook Drafts { get; }

    internal CheckoutBook Checkouts { get; }

    internal BulkRunner Bulk { get; }

    internal BillingBook Billing { get; }

    internal MetafieldShelf Metafields { get; }

    internal CatalogProduct? FindProduct(long id) => _shelf.Find(id);

    internal CatalogProduct? FindProduct(string? handle) => handle is null ? null : _shelf.Find(handle);

    internal (CatalogProduct Product, CatalogVariant Variant)? FindVariant(long id) => _shelf.FindVariant(id);

    internal string PictureUrl(string file) => $"{Url}/cdn/shop/files/{file}?v=1";

    internal bool TryTakeStock(IReadOnlyList<(long VariantId, int Quantity)> lines, out IReadOnlyList<ProductChange> changed) =>
        _shelf.TryTake(lines, out changed);

    internal void Publish(string topic, JsonObject body, string? eventId = null) => _sender.Publish(this, topic, body, eventId);

    /// <summary>Whether a subscription waits for this topic; spares building a body that nobody gets.</summary>
    internal bool HasReceiver(string topic) => _sender.HasReceiver(this, topic);

    /// <summary>Tells about a changed product: itself, stock levels, and variants that sold out or came back.</summary>
    internal void PublishChange(ProductChange change)
    {
        if (change.After is not { } after)
        {
            Publish("products/delete", new JsonObject { ["id"] = change.Before!.Id });
            return;
        }

        var topic = change.Before is null ? "products/create" : "products/update";
        if (HasReceiver(topic)) Publish(topic, ProductPayload.Of(this, after));
        if (change.Before is not { } before) return;
        var earlier = before.Variants.ToDictionary(static v => v.Id);
        foreach (var variant in after.Variants)
        {
            if (!earlier.TryGetValue(variant.Id, out var old) || ReferenceEquals(old, variant)) continue;
            if (old.Stock != variant.Stock) Publish("inventory_levels/update", StockPayload.Level(this, variant));
            if (old.InStock != variant.InStock) Publish(variant.InStock ? "variants/in_stock" : "variants/out_of_stock", StockPayload.Variant(after, variant));
        }
    }

    internal DateTimeOffset Now() => Time.GetUtcNow();
}
