namespace Shopify.Emulator.Graph.Admin;

/// <summary>What of the Admin API is modelled: the shop and its catalogue, customers, orders, drafts, discounts, webhooks, tokens, billing, bulk queries.</summary>
internal static class AdminModel
{
    public static GraphModel Create()
    {
        var model = new GraphModel();
        ImageFields.Add(model);
        QueryFields.Add(model);
        ShopFields.Add(model);
        ProductFields.Add(model);
        VariantFields.Add(model);
        PricingFields.Add(model);
        CollectionFields.Add(model);
        MoneyBagRow.Add(model);
        MetafieldFields.Add(model);
        LocaleFields.Add(model);
        AddressFields.Add(model);
        CustomerFields.Add(model);
        OrderFields.Add(model);
        FulfillmentFields.Add(model);
        TagFields.Add(model);
        DraftFields.Add(model);
        CheckoutFields.Add(model);
        DiscountFields.Add(model);
        WebhookFields.Add(model);
        BulkFields.Add(model);
        TokenFields.Add(model);
        BillingFields.Add(model);
        return model;
    }
}
