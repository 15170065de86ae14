using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

public sealed class ShippedDocumentTests
{
    public static TheoryData<string> All => new(ShippedDocuments.Paths);

    public static MatrixTheoryData<string, string> AllInEveryVersion => new(ShippedDocuments.Paths, SchemaVersions.All);

    [Fact]
    public void Package_holds_the_documents_of_both_apis()
    {
        Assert.Contains("Products/ProductsPage.graphql", ShippedDocuments.Paths);
        Assert.Contains("Storefront/CartCreate.graphql", ShippedDocuments.Paths);
    }

    [Theory]
    [MemberData(nameof(AllInEveryVersion))]
    public async Task Document_is_valid_in_Shopifys_schema(string path, string version)
    {
        var schema = SchemaFile.For(path, version);

        Assert.Empty(await DocumentRules.CheckAsync(schema, ShippedDocuments.Read(path), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(AllInEveryVersion))]
    public void Document_uses_nothing_deprecated(string path, string version) =>
        Assert.Empty(Deprecations.In(SchemaFile.For(path, version), ShippedDocuments.Read(path)));

    [Theory]
    [MemberData(nameof(All))]
    public void Document_holds_one_operation_named_after_its_file(string path)
    {
        var operations = Parser.Parse(ShippedDocuments.Read(path)).Definitions.OfType<GraphQLOperationDefinition>().ToArray();

        Assert.Equal(Path.GetFileNameWithoutExtension(path), Assert.Single(operations).Name?.StringValue);
    }

    [Fact]
    public void Every_document_belongs_to_an_operation() =>
        Assert.Equal(
            ShippedDocuments.Paths.Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal),
            ReadyOperation.All.Select(static operation => operation.Name).Order(StringComparer.Ordinal));
}
