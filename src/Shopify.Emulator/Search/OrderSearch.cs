using System.Globalization;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Customers;
using Shopify.Emulator.Discounts;
using Shopify.Emulator.DraftOrders;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Search;

/// <summary>Search over orders, drafts, checkouts, customers and discounts.</summary>
internal static class OrderSearch
{
    private static readonly HashSet<string> None = [];

    public static SearchFields<EmulatedOrder> Orders(EmulatedShop shop) => new SearchFields<EmulatedOrder>(
            "orders",
            new HashSet<string> { "channel", "delivery_method", "gateway", "location_id", "metafields", "reference_location_id", "risk_level", "sales_channel", "saved_search_id", "subtotal_line_items_quantity", "user_id", "po_number", "credit_card_last4", "payment_id", "payment_provider_id", "fraud_protection_level", "chargeback_status" },
            (o, t) => TextMatch.Words(t, o.Name) || TextMatch.Words(t, o.Contact.Name) || TextMatch.Exact(t, o.Contact.Email) || TextMatch.Exact(t, o.ConfirmationNumber) || o.Lines.Any(l => TextMatch.Words(t, l.Title)))
        .Add("name", static (o, t) => TextMatch.Exact(t, o.Name) || TextMatch.Exact(t, o.Number.ToString(CultureInfo.InvariantCulture)))
        .Add("id", static (o, t) => TextMatch.Number(t, o.Id))
        .Add("confirmation_number", static (o, t) => TextMatch.Exact(t, o.ConfirmationNumber))
        .Add("cart_token", static (o, t) => TextMatch.Exact(t, o.CartToken))
        .Add("checkout_token", static (o, t) => TextMatch.Exact(t, o.CheckoutToken))
        .Add("customer_id", static (o, t) => TextMatch.Number(t, o.CustomerId))
        .Add("email", static (o, t) => TextMatch.Exact(t, o.Contact.Email))
        .Add("discount_code", static (o, t) => o.Discounts.Any(d => TextMatch.Exact(t, d.Code)))
        .Add("sku", static (o, t) => o.Lines.Any(l => TextMatch.Exact(t, l.Sku)))
        .Add("tag", static (o, t) => o.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("tag_not", static (o, t) => !o.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("status", static (o, t) => t.Value.ToLowerInvariant() is var status && (status == "any" || status == (o.CancelledAt is null ? "open" : "cancelled") || (status == "not_closed" && o.CancelledAt is null)))
        .Add("financial_status", static (o, t) => TextMatch.Exact(t, o.FinancialStatus) || t.Value == "any")
        .Add("fulfillment_status", static (o, t) => TextMatch.Exact(t, o.FulfillmentStatus switch { "FULFILLED" => "shipped", "PARTIALLY_FULFILLED" => "partial", _ => "unshipped" })
            || TextMatch.Exact(t, o.FulfillmentStatus))
        .Add("return_status", static (_, t) => TextMatch.Exact(t, "no_return"))
        .Add("source_name", static (o, t) => TextMatch.Exact(t, o.SourceName))
        .Add("source_identifier", static (_, _) => false)
        .Add("test", static (_, t) => TextMatch.Flag(t, true))
        .Add("current_total_price", static (o, t) => TextMatch.Number(t, o.Total))
        .Add("total_price", static (o, t) => TextMatch.Number(t, o.Total))
        .Add("created_at", static (o, t) => TextMatch.Time(t, o.CreatedAt))
        .Add("processed_at", static (o, t) => TextMatch.Time(t, o.CreatedAt))
        .Add("updated_at", static (o, t) => TextMatch.Time(t, o.UpdatedAt));

    public static SearchFields<Draft> Drafts() => new SearchFields<Draft>("draftOrders", None, static (d, t) => TextMatch.Words(t, d.Name) || d.Sale.Lines.Any(l => TextMatch.Words(t, l.Title)))
        .Add("id", static (d, t) => TextMatch.Number(t, d.Id))
        .Add("customer_id", static (d, t) => TextMatch.Number(t, d.Terms.CustomerId))
        .Add("status", static (d, t) => TextMatch.Exact(t, d.Status))
        .Add("tag", static (d, t) => d.Terms.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("source", static (_, t) => TextMatch.Exact(t, Graph.GraphCall.AppId.ToString(CultureInfo.InvariantCulture)))
        .Add("created_at", static (d, t) => TextMatch.Time(t, d.CreatedAt))
        .Add("updated_at", static (d, t) => TextMatch.Time(t, d.UpdatedAt));

    public static SearchFields<StartedCheckout> Checkouts() => new SearchFields<StartedCheckout>(
            "abandonedCheckouts", new HashSet<string> { "email_state" }, static (c, t) => TextMatch.Words(t, c.Name) || TextMatch.Words(t, c.Contact.Name) || TextMatch.Exact(t, c.Contact.Email))
        .Add("id", static (c, t) => TextMatch.Number(t, c.Id))
        .Add("recovery_state", static (c, t) => TextMatch.Exact(t, c.CompletedAt is null ? "not_recovered" : "recovered"))
        .Add("status", static (c, t) => TextMatch.Exact(t, c.CompletedAt is null ? "open" : "closed"))
        .Add("created_at", static (c, t) => TextMatch.Time(t, c.CreatedAt))
        .Add("updated_at", static (c, t) => TextMatch.Time(t, c.UpdatedAt));

    public static SearchFields<EmulatedCustomer> Customers(EmulatedShop shop) => new SearchFields<EmulatedCustomer>(
            "customers", new HashSet<string> { "accepts_marketing", "country", "customer_date", "last_abandoned_order_date", "order_date", "state" },
            static (c, t) => TextMatch.Words(t, c.DisplayName) || TextMatch.Exact(t, c.Email) || TextMatch.Exact(t, c.Phone))
        .Add("id", static (c, t) => TextMatch.Number(t, c.Id))
        .Add("email", static (c, t) => t.IsExistence ? c.Email is not null : TextMatch.Exact(t, c.Email))
        .Add("phone", static (c, t) => t.IsExistence ? c.Phone is not null : TextMatch.Exact(t, c.Phone))
        .Add("first_name", static (c, t) => c.FirstName is not null && TextMatch.Words(t, c.FirstName))
        .Add("last_name", static (c, t) => c.LastName is not null && TextMatch.Words(t, c.LastName))
        .Add("tag", static (c, t) => c.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("tag_not", static (c, t) => !c.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("orders_count", (c, t) => TextMatch.Number(t, shop.OrderBook.OfCustomer(c.Id).Count()))
        .Add("total_spent", (c, t) => TextMatch.Number(t, shop.OrderBook.OfCustomer(c.Id).Sum(static o => o.Total)))
        .Add("updated_at", static (c, t) => TextMatch.Time(t, c.UpdatedAt));

    public static SearchFields<Discount> Discounts(EmulatedShop shop) => new SearchFields<Discount>(
            "discountNodes", new HashSet<string> { "combines_with", "context", "customer_ids", "market_ids", "segment_ids" },
            static (d, t) => TextMatch.Words(t, d.Title) || TextMatch.Exact(t, d.Terms.Code))
        .Add("id", static (d, t) => TextMatch.Number(t, d.Id))
        .Add("code", static (d, t) => TextMatch.Exact(t, d.Terms.Code))
        .Add("title", static (d, t) => TextMatch.Words(t, d.Title))
        .Add("status", (d, t) => TextMatch.Exact(t, d.Status(shop.Now())))
        .Add("method", static (_, t) => t.Value.ToLowerInvariant() is "code" or "all")
        .Add("discount_class", static (d, t) => TextMatch.Exact(t, d.IsFreeShipping ? "shipping" : d.Terms.CollectionHandle is null ? "order" : "product"))
        .Add("discount_type", static (d, t) => t.Value == "all" || TextMatch.Exact(t, d.IsFreeShipping ? "free_shipping" : d.Terms.Percentage is null ? "fixed_amount" : "percentage"))
        .Add("times_used", static (d, t) => TextMatch.Number(t, d.UsageCount))
        .Add("starts_at", static (d, t) => TextMatch.Time(t, d.Terms.StartsAt))
        .Add("ends_at", static (d, t) => TextMatch.Time(t, d.Terms.EndsAt))
        .Add("created_at", static (d, t) => TextMatch.Time(t, d.CreatedAt))
        .Add("updated_at", static (d, t) => TextMatch.Time(t, d.Terms.UpdatedAt));
}
