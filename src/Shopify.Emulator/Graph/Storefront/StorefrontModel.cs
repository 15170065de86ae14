namespace Shopify.Emulator.Graph.Storefront;

/// <summary>What of the Storefront API is modelled: shop, visible products and collections, search, localisation, carts.</summary>
internal static class StorefrontModel
{
    public static GraphModel Create()
    {
        var model = new GraphModel();
        ImageFields.Add(model);
        SfQueryFields.Add(model);
        SfProductFields.Add(model);
        SfVariantFields.Add(model);
        SfSearch.Add(model);
        SfFacets.Add(model);
        SfLocalization.Add(model);
        CartFields.Add(model);
        CartMutations.Add(model);
        return model;
    }
}
