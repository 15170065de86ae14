namespace Shopify.Client.Tests.Agreement;

/// <summary>How each ready operation is called; a new document needs a line here.</summary>
internal static class OperationCalls
{
    private const string Gid = "gid://shopify/Thing/1";
    private static readonly DraftOrderInput Draft = new() { LineItems = [new() { VariantId = Gid, Quantity = 1 }] };
    private static readonly WebhookSubscriptionInput Subscription = new() { Uri = "https://app.example/hooks" };
    private static readonly CartLineInput[] Lines = [new(Gid, 1)];

    public static IReadOnlyDictionary<string, Func<ShopifyAdmin, ShopifyStorefront, CancellationToken, Task<object?>>> All { get; } =
        new Dictionary<string, Func<ShopifyAdmin, ShopifyStorefront, CancellationToken, Task<object?>>>(StringComparer.Ordinal)
        {
            ["ApiVersions"] = async (admin, _, token) => await admin.GetApiVersionsAsync(token),
            ["ShopInfo"] = async (admin, _, token) => await admin.GetShopAsync(token),
            ["ProductsPage"] = async (admin, _, token) => await admin.GetProductsAsync(new() { Images = 1, Variants = 1, Country = "DE" }, token),
            ["ProductDetail"] = async (admin, _, token) => await admin.GetProductAsync(Gid, "CH", token),
            ["VariantsOfProduct"] = async (admin, _, token) => await admin.GetVariantsOfProductAsync(Gid, "CH", 1, null, token),
            ["VariantsByIds"] = async (admin, _, token) => await admin.GetVariantsAsync([Gid], "CH", token),
            ["CollectionsPage"] = async (admin, _, token) => await admin.GetCollectionsAsync(1, null, token),
            ["CollectionDetail"] = async (admin, _, token) => await admin.GetCollectionAsync(Gid, token),
            ["CollectionProducts"] = async (admin, _, token) => await admin.GetCollectionProductsAsync(new() { CollectionId = Gid, Country = "DE" }, token),
            ["OrderDetail"] = async (admin, _, token) => await admin.GetOrderAsync(Gid, token),
            ["OrderContact"] = async (admin, _, token) => await admin.GetOrderContactAsync(Gid, token),
            ["OrdersSearch"] = async (admin, _, token) => await admin.FindOrdersAsync(ShopifySearch.Field("tag", "wa-chat"), cancellationToken: token),
            ["OrdersOfCustomer"] = async (admin, _, token) => await admin.GetOrdersOfCustomerAsync(Gid, cancellationToken: token),
            ["OrderFulfillments"] = async (admin, _, token) => await admin.GetFulfillmentsAsync(Gid, token),
            ["CustomerByPhone"] = async (admin, _, token) => await admin.GetCustomerByPhoneAsync("+4915000000001", token),
            ["OrderTag"] = async (admin, _, token) => await admin.AddOrderTagsAsync(Gid, ["chat"], token),
            ["OrderCancel"] = async (admin, _, token) => await admin.CancelOrderAsync(Gid, OrderCancelReason.Customer, cancellationToken: token),
            ["WhatsAppConsentSet"] = async (admin, _, token) => await admin.SetWhatsAppConsentAsync(Gid, true, DateTimeOffset.UnixEpoch, token),
            ["ShopLocales"] = async (admin, _, token) => await admin.GetShopLocalesAsync(token),
            ["TranslationsByIds"] = async (admin, _, token) => await admin.GetTranslationsAsync([Gid], "de", token),
            ["OptionTranslations"] = async (admin, _, token) => await admin.GetOptionTranslationsAsync([Gid], "de", token),
            ["ProductPrices"] = async (admin, _, token) => await admin.GetProductPricesAsync([Gid], "CH", token),
            ["DraftOrderCalculate"] = async (admin, _, token) => await admin.CalculateDraftOrderAsync(Draft, token),
            ["DraftOrderCreate"] = async (admin, _, token) => await admin.CreateDraftOrderAsync(Draft, token),
            ["DraftOrderUpdate"] = async (admin, _, token) => await admin.UpdateDraftOrderAsync(Gid, Draft, token),
            ["DraftOrderGet"] = async (admin, _, token) => await admin.GetDraftOrderAsync(Gid, token),
            ["DraftOrderInvoiceSend"] = async (admin, _, token) => await admin.SendDraftOrderInvoiceAsync(Gid, null, token),
            ["DraftOrderDelete"] = async (admin, _, token) => await admin.DeleteDraftOrderAsync(Gid, token),
            ["BulkRun"] = async (admin, _, token) => await admin.RunBulkQueryAsync("{ products { edges { node { id } } } }", cancellationToken: token),
            ["BulkRunMutation"] = async (admin, _, token) => await admin.RunUploadedBulkMutationAsync("mutation M($id: ID!) { x(id: $id) { y } }", "tmp/1", "a", token),
            ["BulkUpload"] = async (admin, _, token) => await admin.CreateBulkUploadAsync(token),
            ["BulkGet"] = async (admin, _, token) => await admin.GetBulkOperationAsync(Gid, token),
            ["BulkList"] = async (admin, _, token) => await admin.GetBulkOperationsAsync(cancellationToken: token),
            ["BulkCancel"] = async (admin, _, token) => await admin.CancelBulkOperationAsync(Gid, token),
            ["WebhookList"] = async (admin, _, token) => await admin.GetWebhookSubscriptionsAsync(cancellationToken: token),
            ["WebhookCreate"] = async (admin, _, token) => await admin.CreateWebhookSubscriptionAsync("ORDERS_PAID", Subscription, token),
            ["WebhookUpdate"] = async (admin, _, token) => await admin.UpdateWebhookSubscriptionAsync(Gid, Subscription, token),
            ["WebhookDelete"] = async (admin, _, token) => await admin.DeleteWebhookSubscriptionAsync(Gid, token),
            ["CartCreate"] = async (_, storefront, token) => await storefront.CreateCartAsync(new() { Lines = Lines }, token),
            ["CartGet"] = async (_, storefront, token) => await storefront.GetCartAsync(Gid, cancellationToken: token),
            ["CartLinesAdd"] = async (_, storefront, token) => await storefront.AddCartLinesAsync(Gid, Lines, token),
            ["CartLinesUpdate"] = async (_, storefront, token) => await storefront.UpdateCartLinesAsync(Gid, [new(Gid) { Quantity = 1 }], token),
            ["CartLinesRemove"] = async (_, storefront, token) => await storefront.RemoveCartLinesAsync(Gid, [Gid], token),
            ["CartDiscounts"] = async (_, storefront, token) => await storefront.SetCartDiscountCodesAsync(Gid, ["A"], token),
            ["CartBuyer"] = async (_, storefront, token) => await storefront.SetCartBuyerIdentityAsync(Gid, new(), token),
            ["CartAttributes"] = async (_, storefront, token) => await storefront.SetCartAttributesAsync(Gid, [], token),
            ["CartNote"] = async (_, storefront, token) => await storefront.SetCartNoteAsync(Gid, "", token),
            ["SfVisibleProducts"] = async (_, storefront, token) => await storefront.FindVisibleProductAsync(token),
            ["SfCountries"] = async (_, storefront, token) => await storefront.GetCountriesAsync(token),
            ["SfRecommendations"] = async (_, storefront, token) => await storefront.GetProductRecommendationsAsync(Gid, cancellationToken: token),
        };
}
