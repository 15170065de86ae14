namespace WhatsApp.Emulator;

/// <summary>Products of the catalog that is connected to the account.</summary>
internal static class CatalogRules
{
    public static void CheckProduct(Param action, EmulatedNumber number)
    {
        action.AllowOnly("catalog_id", "product_retailer_id");
        RequireCatalog(action, number);
        action.NeedText("product_retailer_id", 200);
    }

    public static void CheckCatalogMessage(Param action, EmulatedNumber number)
    {
        action.AllowOnly("name", "parameters");
        action.FindObject("parameters")?.FindText("thumbnail_product_retailer_id", 200);
        if (number.Waba.CatalogId is null)
            throw new GraphException(GraphError.Invalid("No catalog is connected to the account."));
    }

    public static void RequireCatalog(Param action, EmulatedNumber number)
    {
        action.NeedText("catalog_id", 200);
        if (number.Waba.CatalogId is null)
            throw new GraphException(GraphError.Invalid("No catalog is connected to the account."));
    }
}
