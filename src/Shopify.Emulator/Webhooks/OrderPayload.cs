using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>orders/*</c>.</summary>
internal static class OrderPayload
{
    public static JsonObject Of(EmulatedShop shop, EmulatedOrder order)
    {
        var (currency, presentment) = (order.CurrencyCode, order.PresentmentCurrencyCode);
        return new()
        {
            ["id"] = order.Id,
            ["admin_graphql_api_id"] = Gid.Of("Order", order.Id),
            ["name"] = order.Name,
            ["order_number"] = order.Number,
            ["number"] = order.Number - 1000,
            ["confirmation_number"] = order.ConfirmationNumber,
            ["created_at"] = RestShape.Time(shop, order.CreatedAt),
            ["processed_at"] = RestShape.Time(shop, order.CreatedAt),
            ["updated_at"] = RestShape.Time(shop, order.UpdatedAt),
            ["cancelled_at"] = RestShape.Time(shop, order.CancelledAt),
            ["cancel_reason"] = order.CancelReason?.ToLowerInvariant(),
            ["closed_at"] = null,
            ["test"] = true,
            ["currency"] = currency,
            ["presentment_currency"] = presentment,
            ["total_price"] = Money.TwoDecimals(order.Total),
            ["current_total_price"] = Money.TwoDecimals(order.Total),
            ["subtotal_price"] = Money.TwoDecimals(order.Subtotal),
            ["total_discounts"] = Money.TwoDecimals(order.DiscountsBag.Shop),
            ["total_tax"] = Money.TwoDecimals(order.TaxBag.Shop),
            ["total_price_set"] = RestShape.MoneySet(order.TotalBag, currency, presentment),
            ["subtotal_price_set"] = RestShape.MoneySet(order.SubtotalBag, currency, presentment),
            ["total_shipping_price_set"] = RestShape.MoneySet(order.ShippingBag, currency, presentment),
            ["total_discounts_set"] = RestShape.MoneySet(order.DiscountsBag, currency, presentment),
            ["taxes_included"] = true,
            ["payment_gateway_names"] = new JsonArray(order.PaymentGateway ?? (order.FinancialStatus == "PENDING" ? "manual" : "bogus")),
            ["financial_status"] = order.FinancialStatus.ToLowerInvariant(),
            ["fulfillment_status"] = order.FulfillmentStatus switch { "FULFILLED" => "fulfilled", "PARTIALLY_FULFILLED" => "partial", _ => null },
            ["cart_token"] = order.CartToken,
            ["checkout_token"] = order.CheckoutToken,
            ["source_name"] = order.SourceName,
            ["email"] = order.Contact.Email,
            ["phone"] = order.Contact.Phone,
            ["note"] = order.Note,
            ["note_attributes"] = RestShape.Pairs(order.Attributes),
            ["tags"] = string.Join(", ", order.Tags),
            ["discount_codes"] = new JsonArray([.. order.Discounts.Select(static d => new JsonObject { ["code"] = d.Code, ["amount"] = Money.TwoDecimals(d.Amount), ["type"] = d.Type })]),
            ["customer"] = shop.Customers.Find(order.CustomerId) is { } customer ? CustomerPayload.Of(shop, customer) : null,
            ["shipping_address"] = RestShape.Address(order.Contact),
            ["line_items"] = new JsonArray([.. order.Lines.Select(line => Line(order, line))]),
            ["fulfillments"] = new JsonArray([.. order.Fulfillments.Select(f => FulfillmentPayload.Of(shop, order, f))]),
            ["order_status_url"] = $"{shop.Url}/checkouts/{order.CheckoutToken}/thank-you",
        };
    }

    public static JsonObject Line(EmulatedOrder order, EmulatedOrderLine line) => new()
    {
        ["id"] = line.Id,
        ["admin_graphql_api_id"] = Gid.Of("LineItem", line.Id),
        ["variant_id"] = line.VariantId == 0 ? null : line.VariantId,
        ["product_id"] = line.ProductId == 0 ? null : line.ProductId,
        ["title"] = line.Title,
        ["variant_title"] = line.VariantTitle,
        ["name"] = line.VariantTitle is null ? line.Title : $"{line.Title} - {line.VariantTitle}",
        ["sku"] = line.Sku ?? "",
        ["vendor"] = line.Vendor,
        ["quantity"] = line.Quantity,
        ["current_quantity"] = line.Quantity,
        ["fulfillable_quantity"] = order.Unfulfilled(line),
        ["price"] = Money.TwoDecimals(line.Price),
        ["total_discount"] = Money.TwoDecimals(line.Discount),
        ["price_set"] = RestShape.MoneySet(line.PriceBag, order.CurrencyCode, order.PresentmentCurrencyCode),
        ["fulfillment_status"] = order.Unfulfilled(line) == 0 ? "fulfilled" : order.Unfulfilled(line) < line.Quantity ? "partial" : null,
        ["requires_shipping"] = line.RequiresShipping,
        ["taxable"] = true,
        ["properties"] = RestShape.Pairs(line.Attributes),
    };
}
