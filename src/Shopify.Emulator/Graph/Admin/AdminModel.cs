namespace Shopify.Emulator.Graph.Admin;

/// <summary>What of the Admin API is modelled: shop, products, collections, webhook subscriptions.</summary>
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
        WebhookFields.Add(model);
        return model;
    }
}
