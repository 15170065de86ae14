namespace Shopify.Client.Tests.Schemas;

public sealed class OperationTests
{
    public static TheoryData<string> All => new(ShippedDocuments.Paths);

    public static MatrixTheoryData<string, string> AllInEveryVersion => new(ShippedDocuments.Paths, SchemaVersions.All);

    [Fact]
    public void Default_api_version_is_the_newest_schema() =>
        Assert.Equal(SchemaVersions.Newest, new ShopifyClientOptions().ApiVersion);

    [Theory]
    [MemberData(nameof(All))]
    public void Operation_is_a_mutation_exactly_when_its_document_is(string path)
    {
        var operation = ReadyOperation.ByPath(path);

        Assert.Equal(ShippedDocuments.Read(path), operation.Document);
        Assert.Equal(operation.Document.StartsWith("mutation", StringComparison.Ordinal), operation.IsMutation);
    }

    [Theory]
    [MemberData(nameof(AllInEveryVersion))]
    public void Operation_names_the_scopes_its_document_needs(string path, string version) =>
        Assert.Equal(
            ComputedScopes.Of(SchemaFile.For(path, version), ShippedDocuments.Read(path)),
            ReadyOperation.ByPath(path).RequiredScopes.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllInEveryVersion))]
    public void Variables_have_the_names_and_types_the_document_declares(string path, string version) =>
        Assert.Empty(VariableShape.Compare(SchemaFile.For(path, version), ShippedDocuments.Read(path), ReadyOperation.ByPath(path).Variables));
}
