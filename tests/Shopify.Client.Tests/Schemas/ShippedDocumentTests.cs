using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

public sealed class ShippedDocumentTests
{
    public static TheoryData<string> All => new(ShippedDocuments.Paths);

    [Fact]
    public void Package_holds_the_documents_of_both_apis()
    {
        Assert.Contains("Products/ProductsPage.graphql", ShippedDocuments.Paths);
        Assert.Contains("Storefront/CartCreate.graphql", ShippedDocuments.Paths);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Document_is_valid_in_Shopifys_schema(string path)
    {
        var problems = await ShopifySchema.For(path).ValidateAsync(ShippedDocuments.Read(path), TestContext.Current.CancellationToken);

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Document_holds_one_operation_named_after_its_file(string path)
    {
        var operations = Parser.Parse(ShippedDocuments.Read(path)).Definitions.OfType<GraphQLOperationDefinition>().ToArray();

        Assert.Equal(Path.GetFileNameWithoutExtension(path), Assert.Single(operations).Name?.StringValue);
    }

    [Theory]
    [InlineData("query Wrong { shop { nickname } }", "nickname")]
    [InlineData("query Wrong { products { nodes { id } pageInfo { next } } }", "next")]
    [InlineData("query Wrong($first: Strin!) { products(first: $first) { nodes { id } } }", "Strin")]
    [InlineData("query Wrong($id: ID!) { product(id: $id) { id ", "Syntax")]
    [InlineData("query Wrong { products(first: 1, sortKey: BEST) { nodes { id } } }", "BEST")]
    public async Task Invalid_admin_document_is_reported(string document, string part)
    {
        var problems = await ShopifySchema.Admin.ValidateAsync(document, TestContext.Current.CancellationToken);

        Assert.Contains(problems, problem => problem.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Admin_document_is_reported_by_the_storefront_schema()
    {
        var document = ShippedDocuments.Read("Products/ProductsPage.graphql");

        Assert.NotEmpty(await ShopifySchema.Storefront.ValidateAsync(document, TestContext.Current.CancellationToken));
    }
}
