using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Customers;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator;

/// <content>What the merchant, the warehouse and Shopify itself do. The admin pages and tests use the same members.</content>
public sealed partial class EmulatedShop
{
    /// <summary>Installs the app without a browser and gives out an expiring offline access token.</summary>
    /// <param name="scopes">Access scopes to grant.</param>
    public string IssueAccessToken(params IEnumerable<string> scopes) =>
        Tokens.Grant(new GrantedScopes(scopes), expiring: true, online: false).AccessToken.Text;

    /// <summary>Installs the app as Shopify-managed installation does: scopes are granted, and the app has no token yet.</summary>
    /// <param name="scopes">Access scopes to grant.</param>
    public void Install(params IEnumerable<string> scopes) => Tokens.Install(new GrantedScopes(scopes));

    /// <summary>The session token that App Bridge would give an embedded page of the app now; it lives one minute.</summary>
    /// <param name="userId">Id of the merchant's user. Default 42.</param>
    public string CreateSessionToken(long userId = 42) => SessionToken.Create(this, _options.ApiKey, _options.ApiSecret, userId);

    /// <summary>
    /// Uninstalls the app: every token dies at once, <c>app/uninstalled</c> is sent, the subscriptions are gone, and 48 hours later on the
    /// emulator's clock <c>shop/redact</c> follows, also when the app was installed again meanwhile.
    /// </summary>
    public void Uninstall()
    {
        Tokens.RevokeAll();
        Billing.CancelAll();
        Publish("app/uninstalled", ShopPayload.Of(this));
        Subscriptions.Clear();
        _sender.PublishLater(this, "shop/redact", ShopPayload.Compliance(this), TimeSpan.FromHours(48));
    }

    /// <summary>Changes what the shop is (name, currencies, markets, discounts stay as they are) and sends <c>shop/update</c>.</summary>
    /// <param name="change">Gives the changed record; products and collections in it are ignored.</param>
    public void UpdateShop(Func<ShopCatalog, ShopCatalog> change)
    {
        Catalog = change(Catalog);
        Publish("shop/update", ShopPayload.Of(this));
    }

    /// <summary>Changes one product as the merchant would, and sends <c>products/update</c> and what follows from it.</summary>
    /// <param name="handle">The product's handle.</param>
    /// <param name="change">Gives the changed record; ids and times are kept by the shop.</param>
    /// <exception cref="ArgumentException">No product has this handle.</exception>
    public void UpdateProduct(string handle, Func<CatalogProduct, CatalogProduct> change) => PublishChange(_shelf.Update(handle, change));

    /// <summary>Adds a product and sends <c>products/create</c>.</summary>
    /// <param name="product">The product; the shop numbers it.</param>
    /// <exception cref="ArgumentException">The handle is taken.</exception>
    public CatalogProduct AddProduct(CatalogProduct product)
    {
        var change = _shelf.Add(product);
        PublishChange(change);
        return change.After!;
    }

    /// <summary>Deletes a product and sends <c>products/delete</c>.</summary>
    /// <param name="handle">The product's handle.</param>
    /// <exception cref="ArgumentException">No product has this handle.</exception>
    public void DeleteProduct(string handle) => PublishChange(_shelf.Remove(handle));

    /// <summary>Changes a collection and sends <c>collections/update</c>.</summary>
    /// <param name="handle">The collection's handle.</param>
    /// <param name="change">Gives the changed record.</param>
    /// <exception cref="ArgumentException">No collection has this handle.</exception>
    public void UpdateCollection(string handle, Func<CatalogCollection, CatalogCollection> change) =>
        Publish("collections/update", CollectionPayload.Of(this, _shelf.UpdateCollection(handle, change)));

    /// <summary>Adds a discount code and sends <c>discounts/create</c>.</summary>
    /// <param name="discount">Its terms; the shop numbers it.</param>
    /// <exception cref="ArgumentException">The code is taken, or the terms are not exactly one of percentage, amount and free shipping.</exception>
    public void AddDiscount(CatalogDiscount discount) => Publish("discounts/create", CollectionPayload.Discount(this, Discounts.Add(discount)));

    /// <summary>Deletes a discount code and sends <c>discounts/delete</c>; nothing happens when there is none.</summary>
    /// <param name="code">The code, in any letter case.</param>
    public void DeleteDiscount(string code)
    {
        if (Discounts.Remove(code) is { } removed) Publish("discounts/delete", CollectionPayload.Discount(this, removed));
    }

    /// <summary>Adds a customer and sends <c>customers/create</c>.</summary>
    /// <param name="customer">The customer; the shop numbers it.</param>
    /// <exception cref="ArgumentException">Another customer has the e-mail address or phone number.</exception>
    public EmulatedCustomer AddCustomer(EmulatedCustomer customer)
    {
        if (Customers.IsTaken(customer)) throw new ArgumentException("Another customer has this e-mail address or phone number.", nameof(customer));
        var added = Customers.Save(customer);
        Publish("customers/create", CustomerPayload.Of(this, added));
        return added;
    }

    /// <summary>Places an order as the merchant would by hand.</summary>
    /// <param name="lines">Numeric variant ids and how many of each.</param>
    /// <param name="contact">Who buys, and where it goes.</param>
    /// <param name="isPaid">Whether it is paid; else it is pending.</param>
    /// <exception cref="InvalidOperationException">There are no lines, a variant does not exist, or its stock is short.</exception>
    public EmulatedOrder CreateOrder(IEnumerable<KeyValuePair<long, int>> lines, OrderContact contact, bool isPaid = true)
    {
        var context = PriceContext.Of(Catalog, contact.CountryCode);
        var found = lines.Select(line => (Found: FindVariant(line.Key) ?? throw new InvalidOperationException($"No variant has the id {line.Key}."), line.Value)).ToList();
        if (found.Count == 0) throw new InvalidOperationException("An order needs at least one line.");
        var sale = new Sale(
            [.. found.Select(static l => SaleLine.Of("", l.Found.Product, l.Found.Variant, l.Value, []))],
            PriceList.For(this, context, [.. found.Select(l => new PricedItem(l.Found.Product.Id, context.Bag(l.Found.Variant.Price), l.Value))], [], null))
        { SourceName = "shopify_draft_order" };
        return OrderBook.Place(sale, contact, null, isPaid) ?? throw new InvalidOperationException("The stock is too short for this order.");
    }

    /// <summary>Sends what is left of an order in one parcel: <c>fulfillments/create</c>, <c>orders/fulfilled</c> or <c>orders/partially_fulfilled</c>.</summary>
    /// <param name="orderId">Numeric id of the order.</param>
    /// <param name="trackingCompany">Carrier, or null.</param>
    /// <param name="trackingNumber">Number of the parcel, or null.</param>
    /// <param name="trackingUrl">Where it can be followed, or null.</param>
    /// <param name="pieces">Pieces per line id when only a part is sent; null sends everything left.</param>
    /// <exception cref="ArgumentException">No order has this id.</exception>
    /// <exception cref="InvalidOperationException">Nothing of that is left to send, or the order is cancelled.</exception>
    public EmulatedFulfillment Fulfill(
        long orderId, string? trackingCompany = null, string? trackingNumber = null, string? trackingUrl = null, IReadOnlyDictionary<long, int>? pieces = null) =>
        Fulfiller.Ship(orderId, trackingCompany, trackingNumber, trackingUrl, pieces);

    /// <summary>Corrects the tracking of a parcel and sends <c>fulfillments/update</c>.</summary>
    /// <param name="fulfillmentId">Numeric id of the fulfilment.</param>
    /// <param name="trackingCompany">Carrier, or null.</param>
    /// <param name="trackingNumber">Number of the parcel, or null.</param>
    /// <param name="trackingUrl">Where it can be followed, or null.</param>
    /// <exception cref="ArgumentException">No fulfilment has this id.</exception>
    public EmulatedFulfillment UpdateTracking(long fulfillmentId, string? trackingCompany, string? trackingNumber, string? trackingUrl) =>
        Fulfiller.Track(fulfillmentId, trackingCompany, trackingNumber, trackingUrl);

    /// <summary>Reports a step of the carrier: <c>fulfillment_events/create</c> and <c>fulfillments/update</c>.</summary>
    /// <param name="fulfillmentId">Numeric id of the fulfilment.</param>
    /// <param name="status">As in <c>FulfillmentEventStatus</c>: <c>IN_TRANSIT</c>, <c>DELIVERED</c>, …</param>
    /// <param name="message">The carrier's words, or null.</param>
    /// <param name="estimatedDeliveryAt">When the parcel is expected, or null.</param>
    /// <exception cref="ArgumentException">No fulfilment has this id.</exception>
    public EmulatedFulfillmentEvent ReportFulfillmentEvent(long fulfillmentId, string status, string? message = null, DateTimeOffset? estimatedDeliveryAt = null) =>
        Fulfiller.Report(fulfillmentId, status, message, estimatedDeliveryAt);

    /// <summary>Cancels an order of which nothing was sent; money and stock go back, <c>orders/cancelled</c> is sent.</summary>
    /// <param name="orderId">Numeric id of the order.</param>
    /// <param name="reason">As in <c>OrderCancelReason</c>. Default <c>CUSTOMER</c>.</param>
    /// <exception cref="ArgumentException">No order has this id.</exception>
    /// <exception cref="InvalidOperationException">It is cancelled already, or a parcel has left.</exception>
    public EmulatedOrder CancelOrder(long orderId, string reason = "CUSTOMER") => Fulfiller.Cancel(orderId, reason);

    /// <summary>Marks a pending order as paid and sends <c>orders/paid</c>.</summary>
    /// <param name="orderId">Numeric id of the order.</param>
    /// <exception cref="ArgumentException">No order has this id.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public EmulatedOrder MarkOrderPaid(long orderId) => Fulfiller.MarkPaid(orderId);

    /// <summary>Changes an order and sends <c>orders/updated</c>, for example with other tags or another note.</summary>
    /// <param name="orderId">Numeric id of the order.</param>
    /// <param name="change">Gives the changed record.</param>
    /// <exception cref="ArgumentException">No order has this id.</exception>
    public EmulatedOrder UpdateOrder(long orderId, Func<EmulatedOrder, EmulatedOrder> change) =>
        OrderBook.Change(orderId, change) ?? throw new ArgumentException($"No order has the id {orderId}.", nameof(orderId));

    /// <summary>A customer asks what the app knows: sends <c>customers/data_request</c> to the app's compliance address.</summary>
    /// <param name="customerId">Numeric id of the customer.</param>
    /// <exception cref="ArgumentException">No customer has this id.</exception>
    public void RequestCustomerData(long customerId) => _sender.Publish(this, "customers/data_request", Compliance(customerId, "orders_requested", withRequest: true), null);

    /// <summary>
    /// A customer asks to be forgotten: ten days later on the emulator's clock <c>customers/redact</c> is sent (production waits six months
    /// when the customer has just ordered; the emulator does not).
    /// </summary>
    /// <param name="customerId">Numeric id of the customer.</param>
    /// <exception cref="ArgumentException">No customer has this id.</exception>
    public void RequestCustomerRedaction(long customerId) =>
        _sender.PublishLater(this, "customers/redact", Compliance(customerId, "orders_to_redact", withRequest: false), TimeSpan.FromDays(10));

    /// <summary>Leaves only this many points in the app's query cost bucket, so that the next calls are throttled.</summary>
    /// <param name="points">Points to leave, 0 to the bucket's size.</param>
    public void DrainCostBucket(double points = 0) => Bucket.Drain(points);

    internal void PublishScopes(GrantedScopes before) => Publish("app/scopes_update", new JsonObject
    {
        ["id"] = Graph.GraphCall.AppId,
        ["previous"] = new JsonArray([.. before.Compressed.Select(static s => JsonValue.Create(s))]),
        ["current"] = new JsonArray([.. (Tokens.CurrentScopes?.Compressed ?? []).Select(static s => JsonValue.Create(s))]),
        ["updated_at"] = Now().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    });

    private JsonObject Compliance(long customerId, string orders, bool withRequest)
    {
        var customer = Customers.Find(customerId) ?? throw new ArgumentException($"No customer has the id {customerId}.", nameof(customerId));
        var body = ShopPayload.Compliance(this);
        body[orders] = new JsonArray([.. OrderBook.OfCustomer(customerId).Select(static o => JsonValue.Create(o.Id))]);
        body["customer"] = new JsonObject { ["id"] = customer.Id, ["email"] = customer.Email, ["phone"] = customer.Phone };
        if (withRequest) body["data_request"] = new JsonObject { ["id"] = long.Parse(Now().ToString("yyMMddHHmm", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) };
        return body;
    }
}
