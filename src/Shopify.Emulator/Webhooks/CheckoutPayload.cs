using System.Text.Json.Nodes;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>checkouts/*</c>.</summary>
internal static class CheckoutPayload
{
    public static JsonObject Of(EmulatedShop shop, StartedCheckout checkout)
    {
        var (sale, prices) = (checkout.Sale, checkout.Sale.Prices);
        return new()
        {
            ["id"] = checkout.Id,
            ["admin_graphql_api_id"] = Gid.Of("AbandonedCheckout", checkout.Id),
            ["token"] = checkout.Token,
            ["cart_token"] = sale.CartToken,
            ["name"] = checkout.Name,
            ["created_at"] = RestShape.Time(shop, checkout.CreatedAt),
            ["updated_at"] = RestShape.Time(shop, checkout.UpdatedAt),
            ["completed_at"] = RestShape.Time(shop, checkout.CompletedAt),
            ["abandoned_checkout_url"] = shop.Checkouts.RecoverUrl(checkout),
            ["email"] = checkout.Contact.Email,
            ["phone"] = checkout.Contact.Phone,
            ["currency"] = shop.Catalog.CurrencyCode,
            ["presentment_currency"] = sale.Context.CurrencyCode,
            ["total_line_items_price"] = Money.TwoDecimals(prices.Goods.Presentment),
            ["total_discounts"] = Money.TwoDecimals(prices.Discounts.Presentment),
            ["subtotal_price"] = Money.TwoDecimals(prices.Subtotal.Presentment),
            ["total_price"] = Money.TwoDecimals(prices.Total.Presentment),
            ["total_tax"] = Money.TwoDecimals(PriceList.TaxIn(shop, sale.Context, prices.Total).Presentment),
            ["taxes_included"] = true,
            ["source_name"] = sale.SourceName,
            ["note"] = sale.Note,
            ["note_attributes"] = new JsonArray([.. sale.Attributes.Select(static a => new JsonObject { ["name"] = a.Key, ["value"] = a.Value })]),
            ["customer"] = shop.Customers.Find(checkout.CustomerId) is { } customer ? CustomerPayload.Of(shop, customer) : null,
            ["shipping_address"] = checkout.Contact.Address.Length == 0 ? null : RestShape.Address(checkout.Contact),
            ["line_items"] = new JsonArray([.. sale.Lines.Select((line, index) => new JsonObject
            {
                ["key"] = line.Key,
                ["variant_id"] = line.VariantId == 0 ? null : line.VariantId,
                ["product_id"] = line.ProductId == 0 ? null : line.ProductId,
                ["title"] = line.Title,
                ["variant_title"] = line.VariantTitle,
                ["sku"] = line.Sku ?? "",
                ["quantity"] = line.Quantity,
                ["price"] = Money.TwoDecimals(sale.UnitPrice(index).Presentment),
            })]),
        };
    }
}
