using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;

namespace Shopify.Emulator.Carts;

/// <summary>The carts of a shop and the mutations on them. A cart is known by its token together with its key, and is gone once bought.</summary>
internal sealed class CartService(EmulatedShop shop)
{
    private readonly ConcurrentDictionary<string, Cart> _carts = [];
    private readonly Lock _gate = new();

    /// <summary>The cart of a <c>gid://shopify/Cart/{token}?key={secret}</c>; null when it does not exist or the key is missing or wrong.</summary>
    public Cart? Find(string id)
    {
        if (!Gid.TryParse(id, out var gid)) return null;
        if (gid.Type != "Cart") throw GraphError.InvalidId(id);
        var key = gid.Query?.Split('&').FirstOrDefault(static p => p.StartsWith("key=", StringComparison.Ordinal))?[4..];
        return Find(gid.Id, key);
    }

    /// <summary>Lines whose variants the shop has deleted are gone.</summary>
    public Cart? Find(string token, string? key)
    {
        if (!_carts.TryGetValue(token, out var cart) || !Secrets.Same(key, cart.Key)) return null;
        return cart.Lines.Any(l => shop.FindVariant(l.VariantId) is null)
            ? cart with { Lines = cart.Lines.RemoveAll(l => shop.FindVariant(l.VariantId) is null) }
            : cart;
    }

    public CartPayload Create(InputObject? input, string? country = null)
    {
        var edit = Begin(country: country);
        if (input is not null)
        {
            input.RefuseUnmodelled("CartInput", "delivery", "giftCardCodes", "metafields");
            edit.SetBuyer(input.Object("buyerIdentity"), "input", "buyerIdentity");
            edit.AddLines(input.Objects("lines"), "input", "lines");
            edit.SetAttributes(input.Objects("attributes"));
            edit.SetNote(input.Text("note"), "input", "note");
            if (input.Has("discountCodes")) edit.SetDiscountCodes(input.Texts("discountCodes"));
            // Only a sales channel app may name a source, and only one of its own; the emulator's app is none.
            if (input.Has("sourceName")) edit.Error("INVALID", ["input", "sourceName"], "Source name is invalid");
        }

        return edit.HasErrors ? edit.Answer(null) : edit.Answer(Save(edit.Cart));
    }

    /// <summary>Changes a cart. With any user error the cart stays as it was.</summary>
    public CartPayload Change(string cartId, Action<CartEdit> change)
    {
        lock (_gate)
        {
            if (Find(cartId) is not { } cart)
                return new(null, [new("INVALID", ["cartId"], "The specified cart does not exist.")], []);
            var edit = new CartEdit(shop, cart);
            change(edit);
            return edit.Answer(edit.HasErrors ? cart : Save(edit.Cart));
        }
    }

    /// <summary>A new empty cart, not kept until <see cref="Save"/>.</summary>
    public CartEdit Begin(string? sourceName = null, string? country = null) => new(shop, new Cart(Secrets.Token("Z2Nw"), Secrets.Hex(), shop.Now())
    {
        Buyer = new(country, null, null),
        SourceName = sourceName ?? GraphCall.AppId.ToString(CultureInfo.InvariantCulture),
    });

    public Cart Save(Cart cart) => _carts[cart.Token] = cart with { UpdatedAt = shop.Now() };

    /// <summary>Takes the cart away for good, so that only one payment wins.</summary>
    public bool TryClose(string token, [NotNullWhen(true)] out Cart? cart) => _carts.TryRemove(token, out cart);

    public string CheckoutUrl(Cart cart) => $"{shop.Url}/cart/c/{cart.Token}?key={cart.Key}";

    /// <summary>Prices of a cart in the buyer's market, with its discount codes applied.</summary>
    public PriceList Prices(Cart cart, OrderContact? contact = null)
    {
        var context = PriceContext.Of(shop.Catalog, cart.Buyer.CountryCode);
        return PriceList.For(shop, context, [.. cart.Lines.Select(line =>
        {
            var (product, variant) = shop.FindVariant(line.VariantId)!.Value;
            return new PricedItem(product.Id, context.Bag(variant.Price), line.Quantity);
        })], cart.DiscountCodes, OrderBook.UseKey(contact) ?? cart.Buyer.Phone ?? cart.Buyer.Email?.ToLowerInvariant());
    }

    /// <summary>What buying the cart means.</summary>
    public Sale SaleOf(Cart cart, OrderContact? contact = null) => new([.. cart.Lines.Select(line =>
    {
        var (product, variant) = shop.FindVariant(line.VariantId)!.Value;
        return SaleLine.Of(line.Id, product, variant, line.Quantity, line.Attributes);
    })], Prices(cart, contact))
    {
        Attributes = cart.Attributes,
        Note = cart.Note,
        SourceName = cart.SourceName,
        CartToken = cart.Token,
    };
}
