using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Carts;
using Shopify.Emulator.DraftOrders;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Sales;

namespace Shopify.Emulator.Checkout;

/// <summary>What a checkout page is about: a cart, or the invoice of a draft order.</summary>
internal abstract class CheckoutTarget(EmulatedShop shop)
{
    public EmulatedShop Shop => shop;

    /// <summary>Name under which the checkout is kept.</summary>
    public abstract string Source { get; }

    /// <summary>Address of the page.</summary>
    public abstract string Url { get; }

    /// <summary>Whether the buyer may enter a discount code.</summary>
    public abstract bool TakesCodes { get; }

    /// <summary>What is bought, as the page shows it; with contact data, codes for one customer only are judged too.</summary>
    public abstract Sale Sale(OrderContact? contact = null);

    public abstract CheckoutForm Prefilled();

    /// <summary>The order; null when it was already bought or stock is missing.</summary>
    public abstract EmulatedOrder? Pay(OrderContact contact, string? checkoutToken);

    public virtual void AddCode(string code)
    {
    }

    /// <summary>The cart or invoice that an address means; null when there is none.</summary>
    public static CheckoutTarget? Of(HttpContext context, EmulatedShop shop)
    {
        var values = context.Request.RouteValues;
        if (values["invoice"] is string invoice)
            return values["shop"] as string == shop.Id.ToString(CultureInfo.InvariantCulture) && shop.Drafts.FindByInvoice(invoice) is { } draft ? new InvoiceTarget(shop, draft) : null;
        return shop.Carts.Find(values["token"] as string ?? "", context.Request.Query["key"]) is { Lines.IsEmpty: false } cart ? new CartTarget(shop, cart) : null;
    }

    private sealed class CartTarget(EmulatedShop shop, Cart cart) : CheckoutTarget(shop)
    {
        private Cart _cart = cart;

        public override string Source => _cart.Token;

        public override string Url => Shop.Carts.CheckoutUrl(_cart);

        public override bool TakesCodes => true;

        public override Sale Sale(OrderContact? contact = null) => Shop.Carts.SaleOf(_cart, contact);

        public override CheckoutForm Prefilled() => CheckoutForm.Prefilled(Shop, _cart.Buyer.Email, _cart.Buyer.Phone, _cart.Buyer.CountryCode);

        public override EmulatedOrder? Pay(OrderContact contact, string? checkoutToken) => Shop.OrderBook.Pay(_cart, contact, checkoutToken);

        public override void AddCode(string code) =>
            _cart = Shop.Carts.Save(_cart with { DiscountCodes = [.. _cart.DiscountCodes.Append(code).Distinct(StringComparer.OrdinalIgnoreCase)] });
    }

    private sealed class InvoiceTarget(EmulatedShop shop, Draft draft) : CheckoutTarget(shop)
    {
        public override string Source => $"draft-{draft.InvoiceToken}";

        public override string Url => Shop.Drafts.InvoiceUrl(draft);

        public override bool TakesCodes => false;

        /// <summary>A draft without a shipping line lets the buyer take the standard rate.</summary>
        public override Sale Sale(OrderContact? contact = null) => draft.Terms.Shipping is not null || draft.Prices.Codes.Any(static c => c is { IsApplicable: true, Discount.IsFreeShipping: true })
            ? draft.Sale
            : draft.Sale with { Prices = draft.Prices with { Shipping = Shop.Drafts.StandardPrice(draft) } };

        public override CheckoutForm Prefilled()
        {
            var customer = Shop.Customers.Find(draft.Terms.CustomerId);
            return CheckoutForm.Prefilled(Shop, draft.Terms.Email ?? customer?.Email, draft.Terms.Phone ?? customer?.Phone, null, draft.Terms.ShippingAddress);
        }

        public override EmulatedOrder? Pay(OrderContact contact, string? checkoutToken) => Shop.Drafts.Complete(draft, Sale(contact), contact, isPaid: true, checkoutToken);
    }
}
