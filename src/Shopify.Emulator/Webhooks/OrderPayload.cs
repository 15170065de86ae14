using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>orders/*</c>.</summary>
internal static class OrderPayload
{
    public static JsonObject Of(EmulatedShop shop, EmulatedOrder order)
    {
        var time = RestShape.Time(shop, order.CreatedAt);
        var currency = order.CurrencyCode;
        return new()
        {
            ["id"] = order.Id,
            ["admin_graphql_api_id"] = Gid.Of("Order", order.Id),
            ["name"] = order.Name,
            ["order_number"] = order.Number,
            ["number"] = order.Number - 1000,
            ["confirmation_number"] = order.ConfirmationNumber,
            ["created_at"] = time,
            ["processed_at"] = time,
            ["updated_at"] = time,
            ["cancelled_at"] = null,
            ["closed_at"] = null,
            ["test"] = true,
            ["currency"] = currency,
            ["presentment_currency"] = currency,
            ["total_price"] = Money.TwoDecimals(order.Total),
            ["current_total_price"] = Money.TwoDecimals(order.Total),
            ["subtotal_price"] = Money.TwoDecimals(order.Subtotal),
            ["total_price_set"] = RestShape.MoneySet(order.Total, currency),
            ["total_shipping_price_set"] = RestShape.MoneySet(order.Shipping, currency),
            ["taxes_included"] = true,
            ["financial_status"] = "paid",
            ["fulfillment_status"] = null,
            ["cart_token"] = order.CartToken,
            ["checkout_token"] = order.CheckoutToken,
            ["source_name"] = order.SourceName,
            ["email"] = order.Contact.Email,
            ["phone"] = order.Contact.Phone,
            ["note"] = order.Note,
            ["note_attributes"] = RestShape.Pairs(order.Attributes),
            ["tags"] = "",
            ["discount_codes"] = new JsonArray(),
            ["customer"] = Customer(order),
            ["shipping_address"] = Address(order.Contact),
            ["line_items"] = new JsonArray([.. order.Lines.Select(line => Line(line, currency))]),
            ["order_status_url"] = $"{shop.Url}/checkouts/{order.CheckoutToken}/thank-you",
        };
    }

    private static JsonObject Customer(EmulatedOrder order) => new()
    {
        ["id"] = 7_930_100_000_000 + order.Number,
        ["admin_graphql_api_id"] = Gid.Of("Customer", 7_930_100_000_000 + order.Number),
        ["email"] = order.Contact.Email,
        ["phone"] = order.Contact.Phone,
        ["first_name"] = order.Contact.FirstName,
        ["last_name"] = order.Contact.LastName,
    };

    private static JsonObject Address(OrderContact contact) => new()
    {
        ["first_name"] = contact.FirstName,
        ["last_name"] = contact.LastName,
        ["name"] = $"{contact.FirstName} {contact.LastName}",
        ["address1"] = contact.Address,
        ["zip"] = contact.Zip,
        ["city"] = contact.City,
        ["country_code"] = contact.CountryCode,
        ["country"] = new RegionInfo(contact.CountryCode).EnglishName,
        ["phone"] = contact.Phone,
    };

    private static JsonObject Line(EmulatedOrderLine line, string currency) => new()
    {
        ["id"] = line.Id,
        ["admin_graphql_api_id"] = Gid.Of("LineItem", line.Id),
        ["variant_id"] = line.VariantId,
        ["product_id"] = line.ProductId,
        ["title"] = line.Title,
        ["variant_title"] = line.VariantTitle,
        ["name"] = line.VariantTitle is null ? line.Title : $"{line.Title} - {line.VariantTitle}",
        ["sku"] = line.Sku ?? "",
        ["vendor"] = line.Vendor,
        ["quantity"] = line.Quantity,
        ["current_quantity"] = line.Quantity,
        ["price"] = Money.TwoDecimals(line.Price),
        ["price_set"] = RestShape.MoneySet(line.Price, currency),
        ["fulfillment_status"] = null,
        ["requires_shipping"] = true,
        ["taxable"] = true,
        ["properties"] = RestShape.Pairs(line.Attributes),
    };
}
