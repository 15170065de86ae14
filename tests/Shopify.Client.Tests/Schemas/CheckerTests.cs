namespace Shopify.Client.Tests.Schemas;

/// <summary>The checks of the documents find what is wrong with a bad one.</summary>
public sealed class CheckerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<(string Document, string Part), string> Invalid => new(
        [
            ("query Wrong { shop { nickname } }", "nickname"),
            ("query Wrong { products { nodes { id } pageInfo { next } } }", "next"),
            ("query Wrong($first: Strin!) { products(first: $first) { nodes { id } } }", "Strin"),
            ("query Wrong($first: String!) { products(first: $first) { nodes { id } } }", "first"),
            ("query Wrong($id: ID!) { product(id: $id) { id ", "Syntax"),
            ("query Wrong { products(first: 1, sortKey: BEST) { nodes { id } } }", "BEST"),
            ("query Wrong { product { id } }", "id"),
            ("query Wrong($unused: Int) { shop { id } }", "unused"),
            ("query Wrong { shop { id ...Missing } }", "Missing"),
            ("query Wrong { shop { plan } }", "plan"),
        ],
        SchemaVersions.All);

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_admin_document_is_reported((string Document, string Part) wrong, string version)
    {
        var problems = await DocumentRules.CheckAsync(SchemaFile.Admin(version), wrong.Document, Token);

        Assert.Contains(problems, problem => problem.Contains(wrong.Part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Admin_document_is_reported_by_the_storefront_schema()
    {
        var document = ShippedDocuments.Read("Products/ProductsPage.graphql");

        Assert.NotEmpty(await DocumentRules.CheckAsync(SchemaFile.Storefront(), document, Token));
    }

    [Theory]
    [InlineData("query Old { products(first: 1) { nodes { ...P } } } fragment P on Product { images(first: 1) { nodes { url } } }", "Product.images")]
    [InlineData("query Old { shop { name } products(first: 1) { nodes { priceRange { minVariantPrice { amount } } } } }", "Product.priceRange")]
    [InlineData("mutation Old($l: [DraftOrderLineItemInput!]) { draftOrderCreate(input: { customerId: \"1\", lineItems: $l }) { userErrors { field } } }", "DraftOrderInput.customerId")]
    [InlineData("query Old($n: ID!) { collection(id: $n) { image(maxWidth: 9) { url } } }", "Collection.image(maxWidth:)")]
    [InlineData("query Old { products(first: 1) { nodes { id } } deliveryProfiles: shop { id } }", null)]
    [InlineData("query Old($n: ID!) { node(id: $n) { ... on Product { totalVariants } } }", "Product.totalVariants")]
    public void Deprecated_member_is_reported(string document, string? member) =>
        Assert.Equal(member is null ? [] : [member], Deprecations.In(SchemaFile.Admin(), document));

    [Theory]
    [InlineData("query S { shop { id name } }", "")]
    [InlineData("query S { products(first: 1) { nodes { id } } }", "read_products")]
    [InlineData("query S { products(first: 1) { nodes { id publicationCount: availablePublicationsCount { count } } } }", "read_products,read_publications")]
    [InlineData("query S { customers(first: 1) { nodes { id lastOrder { id } } } }", "read_customers,read_orders")]
    [InlineData("mutation S($i: DraftOrderInput!) { draftOrderCalculate(input: $i) { calculatedDraftOrder { currencyCode } } }", "write_draft_orders")]
    [InlineData("query S { inventoryItems(first: 1) { nodes { id } } }", "read_products")]
    public void Scopes_are_those_of_what_is_selected(string document, string scopes) =>
        Assert.Equal(scopes, string.Join(',', ComputedScopes.Of(SchemaFile.Admin(), document)));
}
