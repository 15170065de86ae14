using System.Collections.Concurrent;
using System.Collections.Immutable;
using Shopify.Emulator.Carts;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;
using Shopify.Emulator.Shops;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Orders;

/// <summary>The orders of a shop: turns a paid sale into the next one, and keeps what happens to it afterwards.</summary>
internal sealed class OrderBook(EmulatedShop shop)
{
    private const int FirstNumber = 1001;
    private const long FirstId = 6_512_900_000_001;
    private const long FirstLineId = 15_830_400_000_001;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, ImmutableList<long>> _byCustomer = [];
    private ImmutableSortedDictionary<long, EmulatedOrder> _orders = ImmutableSortedDictionary<long, EmulatedOrder>.Empty;
    private ImmutableDictionary<string, long> _byCheckout = ImmutableDictionary<string, long>.Empty;
    private long _lines;

    public IReadOnlyList<EmulatedOrder> All => [.. Volatile.Read(ref _orders).Values];

    public int Count => Volatile.Read(ref _orders).Count;

    public EmulatedOrder? Find(long? id) => id is { } known ? Volatile.Read(ref _orders).GetValueOrDefault(known) : null;

    public EmulatedOrder? FindByCheckout(string checkoutToken) => Volatile.Read(ref _byCheckout).TryGetValue(checkoutToken, out var id) ? Find(id) : null;

    public IEnumerable<EmulatedOrder> OfCustomer(long customerId) =>
        _byCustomer.TryGetValue(customerId, out var ids) ? ids.Select(id => Find(id)).OfType<EmulatedOrder>().Where(o => o.CustomerId == customerId) : [];

    /// <summary>Pays a cart: takes the stock, closes the cart, numbers the order and tells the subscribers. Null when the cart is gone or stock is missing.</summary>
    public EmulatedOrder? Pay(Cart cart, OrderContact contact, string? checkoutToken = null)
    {
        lock (_gate)
        {
            return shop.Carts.Find(cart.Token, cart.Key) is { Lines.Count: > 0 } open
                ? Place(shop.Carts.SaleOf(open, contact), contact, checkoutToken, isPaid: true, () => shop.Carts.TryClose(open.Token, out _))
                : null;
        }
    }

    /// <summary>Makes an order when its stock is there and <paramref name="claim"/>, called last, agrees.</summary>
    public EmulatedOrder? Place(Sale sale, OrderContact contact, string? checkoutToken, bool isPaid, Func<bool>? claim = null, long? customerId = null)
    {
        EmulatedOrder order;
        IReadOnlyList<ProductChange> changed;
        (Customers.EmulatedCustomer Customer, bool IsNew)? buyer;
        lock (_gate)
        {
            if (!shop.TryTakeStock(sale.Stock, out changed)) return null;
            if (claim?.Invoke() == false)
            {
                shop.TryTakeStock([.. sale.Stock.Select(static s => (s.VariantId, -s.Quantity))], out _);
                return null;
            }

            buyer = shop.Customers.Find(customerId) is { } known ? (known, false) : shop.Customers.ForContact(contact);
            order = Create(sale, contact, checkoutToken ?? Secrets.Hex(), isPaid) with { CustomerId = buyer?.Customer.Id };
            _orders = _orders.Add(order.Id, order);
            _byCheckout = _byCheckout.Add(order.CheckoutToken, order.Id);
            if (order.CustomerId is { } id) _byCustomer.AddOrUpdate(id, [order.Id], (_, ids) => ids.Add(order.Id));
            foreach (var discount in order.Discounts) shop.Discounts.Use(discount.Code, UseKey(contact));
        }

        if (buyer is { IsNew: true } made) shop.Publish("customers/create", CustomerPayload.Of(shop, made.Customer));
        var eventId = Guid.NewGuid().ToString();
        Tell(order, isPaid ? ["orders/create", "orders/paid", "orders/updated"] : ["orders/create", "orders/updated"], eventId);
        foreach (var change in changed) shop.PublishChange(change);
        return order;
    }

    /// <summary>Changes an order and tells the subscribers: <c>orders/updated</c> and the topics given.</summary>
    public EmulatedOrder? Change(long id, Func<EmulatedOrder, EmulatedOrder> change, params IEnumerable<string> topics)
    {
        EmulatedOrder changed;
        lock (_gate)
        {
            if (Find(id) is not { } old) return null;
            changed = change(old) with { UpdatedAt = shop.Now() };
            _orders = _orders.SetItem(id, changed);
        }

        Tell(changed, topics.Append("orders/updated"), Guid.NewGuid().ToString());
        return changed;
    }

    private void Tell(EmulatedOrder order, IEnumerable<string> topics, string eventId)
    {
        foreach (var topic in topics)
            if (shop.HasReceiver(topic)) shop.Publish(topic, OrderPayload.Of(shop, order), eventId);
    }

    /// <summary>By what "once per customer" knows a buyer.</summary>
    public static string? UseKey(OrderContact? contact) => contact?.Phone ?? contact?.Email?.ToLowerInvariant();

    private EmulatedOrder Create(Sale sale, OrderContact contact, string checkoutToken, bool isPaid)
    {
        var now = shop.Now();
        var prices = sale.Prices;
        return new()
        {
            Id = FirstId + _orders.Count,
            Number = FirstNumber + _orders.Count,
            ConfirmationNumber = Secrets.Hex()[..9].ToUpperInvariant(),
            CreatedAt = now,
            UpdatedAt = now,
            CartToken = sale.CartToken,
            CheckoutToken = checkoutToken,
            SourceName = sale.SourceName,
            Contact = contact,
            Attributes = Pairs(sale.Attributes),
            Note = string.IsNullOrEmpty(sale.Note) ? null : sale.Note,
            Tags = [.. sale.Tags.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
            Lines = [.. sale.Lines.Select((line, index) => Line(line, sale.UnitPrice(index), sale.Reduction(index)))],
            Discounts = [.. prices.Codes.Where(static c => c.IsApplicable).Select(code => Used(code, sale))],
            CurrencyCode = shop.Catalog.CurrencyCode,
            PresentmentCurrencyCode = sale.Context.CurrencyCode,
            ShippingBag = prices.Shipping,
            TaxBag = PriceList.TaxIn(shop, sale.Context, prices.Total),
            FinancialStatus = isPaid ? "PAID" : "PENDING",
        };
    }

    private EmulatedOrderDiscount Used(CodeResult code, Sale sale)
    {
        var terms = code.Discount!.Terms;
        return terms.FreeShipping ? new(terms.Code, PriceList.ShippingOf(shop, sale.Context, sale.Prices.Subtotal.Shop).Shop, "shipping")
            : new(terms.Code, sale.Prices.Discounts.Shop, terms.Percentage is null ? "fixed_amount" : "percentage");
    }

    private EmulatedOrderLine Line(SaleLine line, MoneyBag price, MoneyBag reduction) => new()
    {
        Id = FirstLineId + _lines++,
        VariantId = line.VariantId,
        ProductId = line.ProductId,
        Title = line.Title,
        VariantTitle = line.VariantTitle,
        Sku = line.Sku,
        Vendor = line.Vendor,
        Quantity = line.Quantity,
        RequiresShipping = line.RequiresShipping,
        Image = line.Image,
        Attributes = Pairs(line.Attributes),
        PriceBag = price,
        DiscountBag = reduction,
    };

    private static IReadOnlyList<KeyValuePair<string, string>> Pairs(IReadOnlyList<CartAttribute> attributes) =>
        [.. attributes.Select(static a => KeyValuePair.Create(a.Key, a.Value))];
}
