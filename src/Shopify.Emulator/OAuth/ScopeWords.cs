namespace Shopify.Emulator.OAuth;

/// <summary>Access scopes in words, grouped as on the consent page.</summary>
internal static class ScopeWords
{
    private static readonly Dictionary<string, (string Title, string Detail)> Known = new()
    {
        ["products"] = ("Products", "products, variants and collections"),
        ["orders"] = ("Orders", "orders, transactions and fulfilments of the last 60 days"),
        ["customers"] = ("Customers", "names, contact details and marketing consent"),
        ["draft_orders"] = ("Draft orders", "draft orders and their invoices"),
        ["discounts"] = ("Discounts", "discount codes and their rules"),
        ["fulfillments"] = ("Fulfilments", "parcels and their tracking"),
        ["inventory"] = ("Inventory", "stock at each location"),
        ["locations"] = ("Locations", "places that hold stock"),
        ["translations"] = ("Translations", "translated texts"),
        ["locales"] = ("Languages", "the store's languages"),
        ["markets"] = ("Markets", "countries and currencies"),
        ["legal_policies"] = ("Policies", "refund, shipping and privacy policies"),
        ["product_listings"] = ("Storefront catalogue", "products that are published"),
        ["product_inventory"] = ("Storefront stock", "how many pieces can be bought"),
        ["product_tags"] = ("Storefront tags", "tags of published products"),
        ["checkouts"] = ("Storefront carts", "carts and checkouts"),
        ["selling_plans"] = ("Selling plans", "subscriptions and pre-orders"),
        ["content"] = ("Pages", "pages and blog posts"),
    };

    public static IEnumerable<(string Title, string Detail)> Describe(GrantedScopes scopes) => scopes.Compressed
        .Select(static scope => scope.StartsWith("unauthenticated_", StringComparison.Ordinal) ? scope["unauthenticated_".Length..] : scope)
        .Select(static scope => (Edit: scope.StartsWith("write_", StringComparison.Ordinal), Name: scope[(scope.IndexOf('_', StringComparison.Ordinal) + 1)..]))
        .GroupBy(static scope => scope.Name)
        .Select(static group => (Words: Known.GetValueOrDefault(group.Key, (group.Key.Replace('_', ' '), "")), Edit: group.Any(static s => s.Edit)))
        .Select(static group => (group.Words.Item1, $"{(group.Edit ? "View and edit" : "View")} {group.Words.Item2}".TrimEnd()));
}
