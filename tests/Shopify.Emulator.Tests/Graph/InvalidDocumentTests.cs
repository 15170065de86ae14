using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Graph;

/// <summary>What is wrong with a document is said in Shopify's words, with HTTP 200.</summary>
public sealed class InvalidDocumentTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "{ shop { nickname } }", "undefinedField", "Field 'nickname' doesn't exist on type 'Shop'" },
        { "{ shop }", "selectionMismatch", "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)" },
        { "{ shop { name { first } } }", "selectionMismatch", "Selections can't be made on scalars (field 'name' returns String but has selections [\"first\"])" },
        { "{ shop(id: 1) { name } }", "argumentNotAccepted", "Field 'shop' doesn't accept argument 'id'" },
        { "{ product { title } }", "missingRequiredArguments", "Field 'product' is missing required arguments: id" },
        { "{ products(first: \"ten\") { nodes { id } } }", "argumentLiteralsIncompatible", "Argument 'first' on Field 'products' has an invalid value (\"ten\"). Expected type 'Int'." },
        { "{ product(id: \"8\") { title } }", "argumentLiteralsIncompatible", "Invalid global id '8'" },
        { "{ productByIdentifier(identifier: { slug: \"x\" }) { id } }", "argumentNotAccepted", "InputObject 'ProductIdentifierInput' doesn't accept argument 'slug'" },
        { "{ productByIdentifier(identifier: { handle: \"x\", id: \"gid://shopify/Product/1\" }) { id } }", "invalidOneOfInputObject", "'ProductIdentifierInput' requires exactly one argument, but 2 were provided." },
        { "query Q($n: Int!) { shop { name } }", "variableNotUsed", "Variable $n is declared by Q but not used" },
        { "query Q { products(first: $n) { nodes { id } } }", "variableNotDefined", "Variable $n is used by Q but not declared" },
        { "query Q($n: String!) { products(first: $n) { nodes { id } } }", "variableMismatch", "Type mismatch on variable $n and argument first (String! / Int)" },
        { "query Q($id: ID) { product(id: $id) { id } }", "variableMismatch", "Nullability mismatch on variable $id and argument id (ID / ID!)" },
        { "query Q($id: ID!) { nodes(ids: $id) { id } }", "variableMismatch", "List dimension mismatch on variable $id and argument ids (ID! / [ID!]!)" },
        { "{ shop @loud { name } }", "undefinedDirective", "Directive @loud is not defined" },
        { "{ shop { ...Facts } }", "useAndDefineFragment", "Fragment Facts was used, but not defined" },
        { "{ shop { name } } fragment Facts on Shop { id }", "useAndDefineFragment", "Fragment Facts was defined, but not used" },
        { "{ shop { ", "PARSE_ERROR", "syntax error, unexpected end of file at [1, 10]" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_documents_are_refused_with_code_and_text(string query, string code, string message)
    {
        await using var f = await ShopFixture.StartAsync();
        using var response = await f.PostAdminAsync(query);
        Assert.Equal(200, (int)response.StatusCode);
        var answer = await ShopFixture.ReadAsync(response);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal(code, (string?)error["extensions"]!["code"]);
        Assert.True((int)error["locations"]![0]!["line"]! == 1);
        Assert.Null(answer["data"]);
        Assert.Null(answer["extensions"]);
    }

    [Fact]
    public async Task Undefined_field_names_its_type_and_path()
    {
        await using var f = await ShopFixture.StartAsync();
        var error = (await f.AdminAsync("query Q { shop { plan { colour } } }"))["errors"]![0]!;
        Assert.Equal("ShopPlan", (string?)error["extensions"]!["typeName"]);
        Assert.Equal("colour", (string?)error["extensions"]!["fieldName"]);
        Assert.Equal(["query Q", "shop", "plan", "colour"], error["path"]!.AsArray().Select(p => (string?)p));
    }

    [Fact]
    public async Task Missing_input_member_in_a_literal_is_named()
    {
        await using var f = await ShopFixture.StartAsync();
        var error = (await f.StorefrontAsync("""mutation { cartCreate(input: { attributes: [{ key: "a" }] }) { cart { id } } }"""))["errors"]![0]!;
        Assert.Equal("missingRequiredInputObjectAttribute", (string?)error["extensions"]!["code"]);
        Assert.Equal("Argument 'value' on InputObject 'AttributeInput' is required. Expected type String!", (string?)error["message"]);
    }

    [Fact]
    public async Task Two_operations_need_a_name()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync("query A { shop { id } } query B { shop { name } }");
        Assert.Equal("An operation name is required", (string?)answer["errors"]![0]!["message"]);
    }

    [Theory]
    [InlineData("""{"id":null}""", "Variable $id of type ID! was provided invalid value", "Expected value to not be null")]
    [InlineData("""{"id":"mug"}""", "Variable $id of type ID! was provided invalid value", "Invalid global id 'mug'")]
    public async Task Wrong_variables_list_their_problems(string variables, string message, string explanation)
    {
        await using var f = await ShopFixture.StartAsync();
        var error = (await f.AdminAsync("query Q($id: ID!) { product(id: $id) { id } }", JsonNode.Parse(variables)))["errors"]![0]!;
        Assert.Equal(message, (string?)error["message"]);
        Assert.Equal("INVALID_VARIABLE", (string?)error["extensions"]!["code"]);
        Assert.Equal(explanation, (string?)error["extensions"]!["problems"]![0]!["explanation"]);
    }

    [Fact]
    public async Task Nested_variable_problems_carry_their_path()
    {
        await using var f = await ShopFixture.StartAsync();
        const string Create = "mutation M($input: CartInput!) { cartCreate(input: $input) { cart { id } } }";
        var input = new { lines = new object[] { new { merchandiseId = "gid://shopify/ProductVariant/1", quantity = "two" } }, buyerIdentity = new { countryCode = "XX" }, colour = "red" };
        var error = (await f.StorefrontAsync(Create, new { input }))["errors"]![0]!;
        var problems = error["extensions"]!["problems"]!.AsArray().Select(p => $"{string.Join('.', p!["path"]!.AsArray())}: {p["explanation"]}").ToList();
        Assert.Contains("lines.0.quantity: Could not coerce value \"two\" to Int", problems);
        Assert.Contains("colour: Field is not defined on CartInput", problems);
        Assert.Contains(problems, p => p.StartsWith("buyerIdentity.countryCode: Expected \"XX\" to be one of: ", StringComparison.Ordinal));
        Assert.StartsWith("Variable $input of type CartInput! was provided invalid value for ", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_ids_are_refused()
    {
        await using var f = await ShopFixture.StartAsync();
        var ids = Enumerable.Range(1, 251).Select(i => $"gid://shopify/Product/{i}").ToArray();
        var error = (await f.AdminAsync("query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids }))["errors"]![0]!;
        Assert.Equal("The input array size of 251 is greater than the maximum allowed of 250.", (string?)error["message"]);
        Assert.Equal("MAX_INPUT_SIZE_EXCEEDED", (string?)error["extensions"]!["code"]);
    }

    [Theory]
    [InlineData("{ products { nodes { id } } }", "BAD_REQUEST", "you must provide one of first or last")]
    [InlineData("{ products(first: 5, after: \"nonsense\") { nodes { id } } }", "BAD_REQUEST", "Malformed cursor")]
    [InlineData("{ product(id: \"gid://shopify/Order/1\") { id } }", "RESOURCE_NOT_FOUND", "Invalid id: gid://shopify/Order/1")]
    [InlineData("{ node(id: \"gid://shopify/Teapot/1\") { id } }", "RESOURCE_NOT_FOUND", "Invalid id: gid://shopify/Teapot/1")]
    public async Task Run_time_refusals_carry_code_and_path(string query, string code, string message)
    {
        await using var f = await ShopFixture.StartAsync();
        var error = Assert.Single((await f.AdminAsync(query))["errors"]!.AsArray())!;
        Assert.Equal(code, (string?)error["extensions"]!["code"]);
        Assert.Equal(message, (string?)error["message"]);
        Assert.NotNull(error["path"]);
    }

    [Fact]
    public async Task Unknown_ids_are_null_and_not_errors()
    {
        await using var f = await ShopFixture.StartAsync();
        var data = await f.AdminDataAsync("""{ product(id: "gid://shopify/Product/1") { id } productByIdentifier(identifier: { handle: "no-such" }) { id } }""");
        Assert.Null(data["product"]);
        Assert.Null(data["productByIdentifier"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"variables\":{}}")]
    public async Task Bodies_without_a_query_are_400(string body)
    {
        await using var f = await ShopFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{f.Shop.Url}/admin/api/2026-10/graphql.json")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "X-Shopify-Access-Token", f.Token } },
        };
        using var response = await f.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
    }
}
