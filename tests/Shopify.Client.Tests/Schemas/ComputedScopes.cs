using Shopify.Client.Auth;

namespace Shopify.Client.Tests.Schemas;

/// <summary>
/// The scopes a document needs: those noted at the types and fields it selects, and for carts, where the schema notes nothing, those of
/// Shopify's documentation.
/// </summary>
internal static class ComputedScopes
{
    // Where one of several is enough: the one an app asks a merchant for, in this order.
    private static readonly string[] Preferred = ["read_products", "read_orders", "read_customers", "read_draft_orders", "write_draft_orders", "read_inventory"];

    public static IReadOnlyList<string> Of(SchemaFile schema, string document)
    {
        var walk = new DocumentWalk(schema, document);
        var choices = walk.Fields()
            .SelectMany(field => new[]
            {
                schema.Access.Of($"{field.Parent.Name}.{field.Member.Name}"),
                schema.Access.Of(field.Member.Type!.NamedType),
                Documented(schema, field),
            })
            .Where(static choice => choice.Count > 0)
            .OrderBy(static choice => choice.Count)
            .ToArray();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in choices)
        {
            if (!choice.Any(ShopifyScopes.Expand(needed).Contains))
                needed.Add(Preferred.FirstOrDefault(choice.Contains) ?? choice[0]);
        }

        return [.. needed.Where(scope => !ShopifyScopes.Expand(needed.Where(other => other != scope)).Contains(scope)).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Documented(SchemaFile schema, SelectedField field)
    {
        if (!schema.Name.StartsWith("storefront", StringComparison.Ordinal) || !field.Member.Name.StartsWith("cart", StringComparison.Ordinal))
            return [];
        if (field.Parent.Name == schema.MutationType)
            return ["unauthenticated_write_checkouts"];
        return field.Parent.Name == schema.QueryType ? ["unauthenticated_read_checkouts"] : [];
    }
}
