using System.Collections.Immutable;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Orders;

/// <summary>The orders of a shop; turns a paid cart into the next one.</summary>
internal sealed class OrderBook(EmulatedShop shop)
{
    private const int FirstNumber = 1001;
    private const long FirstId = 6_512_900_000_001;
    private const long FirstLineId = 15_830_400_000_001;

    private readonly Lock _gate = new();
    private ImmutableList<EmulatedOrder> _orders = [];
    private long _lines;

    public IReadOnlyList<EmulatedOrder> All => Volatile.Read(ref _orders);

    public EmulatedOrder? FindByCheckout(string checkoutToken) => All.FirstOrDefault(o => o.CheckoutToken == checkoutToken);

    /// <summary>Pays a cart: takes the stock, closes the cart, numbers the order and tells the subscribers. Null when the cart is gone or stock is missing.</summary>
    public EmulatedOrder? Pay(Cart cart, OrderContact contact)
    {
        EmulatedOrder order;
        IReadOnlyList<CatalogProduct> changed;
        lock (_gate)
        {
            if (shop.Carts.Find(cart.Token, cart.Key) is not { Lines.Count: > 0 } open
                || !shop.TryTakeStock([.. open.Lines.Select(static l => (l.VariantId, l.Quantity))], out changed)
                || !shop.Carts.TryClose(open.Token, out _)) return null;
            order = Create(open, contact);
            _orders = _orders.Add(order);
        }

        var body = OrderPayload.Of(shop, order);
        var eventId = Guid.NewGuid().ToString();
        shop.Publish("orders/create", body, eventId);
        shop.Publish("orders/paid", body, eventId);
        foreach (var product in changed) shop.Publish("products/update", ProductPayload.Of(shop, product));
        return order;
    }

    private EmulatedOrder Create(Cart cart, OrderContact contact)
    {
        var subtotal = shop.Carts.Subtotal(cart);
        return new()
        {
            Id = FirstId + _orders.Count,
            Number = FirstNumber + _orders.Count,
            ConfirmationNumber = Secrets.Hex()[..9].ToUpperInvariant(),
            CreatedAt = shop.Now(),
            CartToken = cart.Token,
            CheckoutToken = Secrets.Hex(),
            SourceName = cart.SourceName,
            Contact = contact,
            Attributes = [.. cart.Attributes.Select(static a => KeyValuePair.Create(a.Key, a.Value))],
            Note = cart.Note.Length == 0 ? null : cart.Note,
            Lines = [.. cart.Lines.Select(Line)],
            CurrencyCode = shop.Catalog.CurrencyCode,
            Shipping = shop.Carts.Shipping(subtotal),
        };
    }

    private EmulatedOrderLine Line(CartLine line)
    {
        var (product, variant) = shop.FindVariant(line.VariantId)!.Value;
        return new()
        {
            Id = FirstLineId + _lines++,
            VariantId = variant.Id,
            ProductId = product.Id,
            Title = product.Title,
            VariantTitle = product.HasOnlyDefaultVariant ? null : variant.Title,
            Sku = variant.Sku,
            Vendor = product.Vendor,
            Quantity = line.Quantity,
            Price = variant.Price,
            Image = variant.Image ?? product.FeaturedImage()?.File,
            Attributes = [.. line.Attributes.Select(static a => KeyValuePair.Create(a.Key, a.Value))],
        };
    }
}
