using System.Text.Json.Nodes;
using Shopify.Emulator.DraftOrders;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>draft_orders/*</c>.</summary>
internal static class DraftPayload
{
    public static JsonObject Of(EmulatedShop shop, Draft draft) => new()
    {
        ["id"] = draft.Id,
        ["admin_graphql_api_id"] = Gid.Of("DraftOrder", draft.Id),
        ["name"] = draft.Name,
        ["status"] = draft.Status.ToLowerInvariant(),
        ["created_at"] = RestShape.Time(shop, draft.CreatedAt),
        ["updated_at"] = RestShape.Time(shop, draft.UpdatedAt),
        ["completed_at"] = RestShape.Time(shop, draft.CompletedAt),
        ["invoice_sent_at"] = RestShape.Time(shop, draft.InvoiceSentAt),
        ["invoice_url"] = shop.Drafts.InvoiceUrl(draft),
        ["order_id"] = draft.OrderId,
        ["currency"] = shop.Catalog.CurrencyCode,
        ["presentment_currency"] = draft.Sale.Context.CurrencyCode,
        ["email"] = draft.Terms.Email,
        ["note"] = draft.Terms.Note,
        ["note_attributes"] = new JsonArray([.. draft.Terms.Attributes.Select(static a => new JsonObject { ["name"] = a.Key, ["value"] = a.Value })]),
        ["tags"] = string.Join(", ", draft.Terms.Tags),
        ["taxes_included"] = true,
        ["total_price"] = Money.TwoDecimals(draft.Prices.Total.Shop),
        ["subtotal_price"] = Money.TwoDecimals(draft.Prices.Subtotal.Shop),
        ["total_tax"] = Money.TwoDecimals(PriceList.TaxIn(shop, draft.Sale.Context, draft.Prices.Total).Shop),
        ["customer"] = shop.Customers.Find(draft.Terms.CustomerId) is { } customer ? CustomerPayload.Of(shop, customer) : null,
        ["shipping_address"] = draft.Terms.ShippingAddress is { CountryCode.Length: 2 } address ? RestShape.Address(address) : null,
        ["line_items"] = new JsonArray([.. draft.Sale.Lines.Select((line, index) => new JsonObject
        {
            ["id"] = (draft.Id * 100) + index,
            ["variant_id"] = line.VariantId == 0 ? null : line.VariantId,
            ["product_id"] = line.ProductId == 0 ? null : line.ProductId,
            ["title"] = line.Title,
            ["variant_title"] = line.VariantTitle,
            ["sku"] = line.Sku,
            ["quantity"] = line.Quantity,
            ["price"] = Money.TwoDecimals(draft.Sale.UnitPrice(index).Shop),
        })]),
    };
}
