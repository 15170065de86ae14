namespace Shopify.Client.Tests.Schemas;

/// <summary>The table in docs/shopify/operations.md says what the documents and the schema say.</summary>
public sealed class OperationsPageTests
{
    // What the cost is given for: the sizes a chat asks for.
    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["first"] = 10, ["images"] = 2, ["variants"] = 4, ["ids"] = 10,
    };

    [Fact]
    public void Table_repeats_documents_scopes_cost_and_pages()
    {
        var page = File.ReadAllLines(Path.Combine(ShopifyPages.Folder, "operations.md"));
        var rows = page.Where(static line => line.StartsWith("| [", StringComparison.Ordinal)).Select(WithoutCall);

        Assert.Equal(string.Join('\n', ReadyOperation.All.Select(Row)), string.Join('\n', rows));
    }

    [Fact]
    public void Table_names_calls_that_exist()
    {
        var page = File.ReadAllLines(Path.Combine(ShopifyPages.Folder, "operations.md"));
        var calls = page.Where(static line => line.StartsWith("| [", StringComparison.Ordinal))
            .SelectMany(static line => line.Split('|')[2].Split(',')).Select(static call => call.Trim().Trim('`'));
        var methods = new[] { typeof(ShopifyAdmin), typeof(ShopifyStorefront) }.SelectMany(static type => type.GetMethods()).Select(static method => method.Name);

        Assert.Empty(calls.Except(methods));
    }

    private static string Row(ReadyOperation operation)
    {
        var schema = SchemaFile.For(operation.Path);
        var walk = new DocumentWalk(schema, operation.Document);
        var isStorefront = schema.Name.StartsWith("storefront", StringComparison.Ordinal);
        var root = walk.Level(walk.Operation.SelectionSet, walk.Root).First().Member.Name;
        var api = isStorefront ? "Storefront" : "Admin";
        var scopes = operation.RequiredScopes.Count == 0
            ? operation.Name.StartsWith("Webhook", StringComparison.Ordinal) ? "the topic's" : "none"
            : string.Join(", ", operation.RequiredScopes.Order(StringComparer.Ordinal).Select(static scope => $"`{scope}`"));
        var cost = isStorefront ? "–" : EstimatedPoints.Of(schema, operation.Document, Sizes).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var link = $"https://shopify.dev/docs/api/{(isStorefront ? "storefront" : "admin-graphql")}/latest/{(operation.IsMutation ? "mutations" : "queries")}/{root}";
        return $"| [{operation.Name}](../../src/Shopify.Client/{operation.Path}) | {api} | {scopes} | {cost} | [{root}]({link}) |";
    }

    private static string WithoutCall(string line)
    {
        var cells = line.Split('|');
        return string.Join('|', cells.Where((_, i) => i != 2));
    }
}
