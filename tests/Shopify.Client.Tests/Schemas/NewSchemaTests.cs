using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Shopify.Client.Tests.Schemas;

/// <summary>
/// What a new version of Shopify's schema will break, known before it is asked for: put its introspection JSON (also packed, <c>.json.gz</c>) anywhere, name it in
/// <c>SHOPIFY_NEW_ADMIN_SCHEMA</c> or <c>SHOPIFY_NEW_STOREFRONT_SCHEMA</c>, and run this class.
/// </summary>
public sealed class NewSchemaTests
{
    [Theory]
    [InlineData("SHOPIFY_NEW_ADMIN_SCHEMA", false)]
    [InlineData("SHOPIFY_NEW_STOREFRONT_SCHEMA", true)]
    public async Task New_schema_breaks_nothing(string variable, bool isStorefront)
    {
        var file = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(file), $"{variable} names no schema file.");
        await using var bytes = File.OpenRead(file!);
        await using Stream json = file!.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;

        var breaks = await SchemaBreaks.OfAsync(SchemaFile.Read(file, json), isStorefront, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(breaks.ToString());
        Assert.Empty(breaks.ToString());
    }

    [Fact]
    public async Task Removed_fields_and_values_name_the_operations_that_use_them()
    {
        var schema = await AlteredAsync("admin-removed", "admin-2026-10", types =>
        {
            Remove(Members(types, "QueryRoot", "fields"), "customerByIdentifier");
            Remove(Members(types, "DraftOrder", "fields"), "invoiceUrl");
            Remove(Members(types, "AbandonedCheckout", "fields"), "abandonedCheckoutUrl");
        });

        var breaks = await SchemaBreaks.OfAsync(schema, isStorefront: false, TestContext.Current.CancellationToken);

        Assert.Equal(["AbandonedCheckouts", "CustomerByPhone", "DraftOrderCreate", "DraftOrderGet", "DraftOrderInvoiceSend", "DraftOrderUpdate"], breaks.Broken.Keys);
        Assert.Contains("customerByIdentifier", breaks.Broken["CustomerByPhone"], StringComparison.Ordinal);
        Assert.Contains("abandonedCheckoutUrl", breaks.Broken["AbandonedCheckouts"], StringComparison.Ordinal);
        Assert.Contains("broken: CustomerByPhone", breaks.ToString(), StringComparison.Ordinal);
        Assert.Empty(breaks.Deprecated);
    }

    [Fact]
    public async Task Argument_that_became_required_breaks_who_does_not_give_it()
    {
        var schema = await AlteredAsync("admin-required", "admin-2026-10", types =>
        {
            var argument = Members(Members(types, "QueryRoot", "fields").Single(field => (string?)field!["name"] == "shopLocales")!, "args").First()!;
            argument["type"] = new JsonObject { ["kind"] = "NON_NULL", ["name"] = null, ["ofType"] = argument["type"]!.DeepClone() };
            argument["defaultValue"] = null;
        });

        var breaks = await SchemaBreaks.OfAsync(schema, isStorefront: false, TestContext.Current.CancellationToken);

        Assert.Equal(["Localisation"], breaks.Broken.Keys);
    }

    [Fact]
    public async Task Deprecated_fields_name_the_operations_that_use_them()
    {
        var schema = await AlteredAsync("storefront-deprecated", "storefront-2026-10", types =>
        {
            var field = Members(types, "Cart", "fields").Single(one => (string?)one!["name"] == "checkoutUrl")!;
            (field["isDeprecated"], field["deprecationReason"]) = (true, "Use something else.");
        });

        var breaks = await SchemaBreaks.OfAsync(schema, isStorefront: true, TestContext.Current.CancellationToken);

        Assert.Empty(breaks.Broken);
        Assert.Equal("Cart.checkoutUrl", breaks.Deprecated["CartCreate"]);
        Assert.DoesNotContain("SfLocalization", breaks.Deprecated.Keys);
    }

    [Fact]
    public async Task Carried_schemas_break_nothing()
    {
        Assert.Empty((await SchemaBreaks.OfAsync(SchemaFile.Admin(), isStorefront: false, TestContext.Current.CancellationToken)).ToString());
        Assert.Empty((await SchemaBreaks.OfAsync(SchemaFile.Storefront(), isStorefront: true, TestContext.Current.CancellationToken)).ToString());
    }

    private static async Task<SchemaFile> AlteredAsync(string name, string carried, Action<JsonArray> change)
    {
        await using var stream = SchemaFile.Open(carried);
        var json = (await JsonNode.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken))!;
        change(json["data"]!["__schema"]!["types"]!.AsArray());
        using var altered = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        return SchemaFile.Read(name, altered);
    }

    private static JsonArray Members(JsonArray types, string type, string kind) => Members(types.Single(one => (string?)one!["name"] == type)!, kind);

    private static JsonArray Members(JsonNode owner, string kind) => owner[kind]!.AsArray();

    private static void Remove(JsonArray members, string name) => members.Remove(members.Single(one => (string?)one!["name"] == name));
}
