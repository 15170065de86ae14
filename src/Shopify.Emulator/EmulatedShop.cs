using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Shops;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator;

/// <summary>One shop inside a <see cref="ShopifyEmulator"/>. Safe to use from several threads.</summary>
public sealed class EmulatedShop
{
    private readonly ProductShelf _shelf;
    private readonly WebhookSender _sender;

    internal EmulatedShop(long id, string domain, ShopCatalog catalog, Uri baseUrl, ShopifyEmulatorOptions options, WebhookSender sender)
    {
        Id = id;
        Domain = domain;
        Url = new Uri(baseUrl, domain);
        Time = options.TimeProvider;
        _sender = sender;
        _shelf = new ProductShelf(catalog, Time);
        Catalog = catalog;
        Tokens = new TokenVault(Time);
        Bucket = new CostBucket(Time);
        Subscriptions = new WebhookRegistry(this, options);
        Carts = new CartService(this);
        OrderBook = new OrderBook(this);
    }

    /// <summary>Numeric id of the shop.</summary>
    public long Id { get; }

    /// <summary>Permanent domain, such as <c>demo-shop.myshopify.com</c>.</summary>
    public string Domain { get; }

    /// <summary>Where the emulator serves this shop: the address of its home page, without a trailing slash.</summary>
    public Uri Url { get; }

    /// <summary>What the shop was made from.</summary>
    public ShopCatalog Catalog { get; }

    /// <summary>All products as they are now, oldest first, numbered and with current stock.</summary>
    public IReadOnlyList<CatalogProduct> Products => _shelf.Products;

    /// <summary>All collections, oldest first.</summary>
    public IReadOnlyList<CatalogCollection> Collections => _shelf.Collections;

    /// <summary>Orders paid so far, oldest first.</summary>
    public IReadOnlyList<EmulatedOrder> Orders => OrderBook.All;

    /// <summary>Webhook subscriptions the app made by API, oldest first.</summary>
    public IReadOnlyList<EmulatedWebhookSubscription> WebhookSubscriptions => Subscriptions.All;

    /// <summary>How many access tokens were ever given out for this shop, refreshed ones included.</summary>
    public int IssuedTokenCount => Tokens.IssuedCount;

    /// <summary>Whether the app is installed, that is: holds a usable grant.</summary>
    public bool IsInstalled => Tokens.CurrentScopes is not null;

    internal TimeProvider Time { get; }

    internal TokenVault Tokens { get; }

    internal CostBucket Bucket { get; }

    internal WebhookRegistry Subscriptions { get; }

    internal CartService Carts { get; }

    internal OrderBook OrderBook { get; }

    /// <summary>Installs the app without a browser and gives out an expiring offline access token.</summary>
    /// <param name="scopes">Access scopes to grant.</param>
    public string IssueAccessToken(params IEnumerable<string> scopes) =>
        Tokens.Grant(new GrantedScopes(scopes), expiring: true, online: false).AccessToken.Text;

    /// <summary>Uninstalls the app: every token dies at once, <c>app/uninstalled</c> is sent, and the subscriptions are gone.</summary>
    public void Uninstall()
    {
        Tokens.RevokeAll();
        Publish("app/uninstalled", ShopPayload.Of(this));
        Subscriptions.Clear();
    }

    /// <summary>Changes one product as the merchant would, and sends <c>products/update</c>.</summary>
    /// <param name="handle">The product's handle.</param>
    /// <param name="change">Gives the changed record; ids and times are kept by the shop.</param>
    /// <exception cref="ArgumentException">No product has this handle.</exception>
    public void UpdateProduct(string handle, Func<CatalogProduct, CatalogProduct> change) =>
        Publish("products/update", ProductPayload.Of(this, _shelf.Update(handle, change)));

    /// <summary>Leaves only this many points in the app's query cost bucket, so that the next calls are throttled.</summary>
    /// <param name="points">Points to leave, 0 to 2000.</param>
    public void DrainCostBucket(double points = 0) => Bucket.Drain(points);

    internal (CatalogProduct Product, CatalogVariant Variant)? FindVariant(long id) => _shelf.FindVariant(id);

    internal string PictureUrl(string file) => $"{Url}/cdn/shop/files/{file}?v=1";

    internal bool TryTakeStock(IReadOnlyList<(long VariantId, int Quantity)> lines, out IReadOnlyList<CatalogProduct> changed) =>
        _shelf.TryTake(lines, out changed);

    internal void Publish(string topic, System.Text.Json.Nodes.JsonObject body, string? eventId = null) => _sender.Publish(this, topic, body, eventId);

    internal DateTimeOffset Now() => Time.GetUtcNow();
}
