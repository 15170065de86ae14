using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Graph;

/// <summary>Documents with every field that a shopping bot reads through the Admin API.</summary>
public sealed class AdminDocumentTests
{
    private const string ProductList = """
        query List($n: Int!, $cursor: String, $search: String, $sort: ProductSortKeys = TITLE, $desc: Boolean = false, $land: CountryCode) {
          products(first: $n, after: $cursor, query: $search, sortKey: $sort, reverse: $desc) {
            nodes {
              id legacyResourceId handle title vendor productType status tags description(truncateAt: 60) onlineStoreUrl publishedAt
              totalInventory tracksInventory hasOnlyDefaultVariant requiresSellingPlan isGiftCard
              variantsCount { count precision }
              priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount currencyCode } }
              compareAtPriceRange { minVariantCompareAtPrice { amount currencyCode } maxVariantCompareAtPrice { amount currencyCode } }
              contextualPricing(context: { country: $land }) { priceRange { minVariantPrice { amount currencyCode } maxVariantPrice { amount currencyCode } } }
              featuredMedia { id alt mediaContentType preview { image { url(transform: { maxWidth: 1024, maxHeight: 1024, preferredContentType: JPG }) width height } } }
              updatedAt
            }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    [Fact]
    public async Task Shop_facts_policies_versions_and_scopes_are_answered()
    {
        await using var f = await ShopFixture.StartAsync();
        var data = await f.AdminDataAsync("""
            {
              shop {
                id name myshopifyDomain primaryDomain { host url } email contactEmail currencyCode enabledPresentmentCurrencies
                currencyFormats { moneyFormat moneyWithCurrencyFormat } ianaTimezone weightUnit unitSystem taxesIncluded shipsToCountries
                plan { publicDisplayName partnerDevelopment shopifyPlus } shopAddress { countryCodeV2 city } shopPolicies { type title url body }
              }
              publicApiVersions { handle displayName supported }
              currentAppInstallation { id launchUrl accessScopes { handle } app { id handle title } }
            }
            """);
        Assert.Equal("Lumen & Oak", (string?)data["shop"]!["name"]);
        Assert.Equal("EUR", (string?)data["shop"]!["currencyCode"]);
        Assert.Equal("€{{amount_with_comma_separator}}", (string?)data["shop"]!["currencyFormats"]!["moneyFormat"]);
        Assert.Equal(3, data["shop"]!["shopPolicies"]!.AsArray().Count);
        Assert.Contains(data["publicApiVersions"]!.AsArray(), v => (string?)v!["handle"] == "2026-10" && (bool)v["supported"]!);
        Assert.Contains(data["currentAppInstallation"]!["accessScopes"]!.AsArray(), s => (string?)s!["handle"] == "write_products");
    }

    [Fact]
    public async Task Product_list_carries_prices_pictures_and_stock()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync(ProductList, new { n = 10, search = "status:active published_status:published", land = "DE" });
        var nodes = answer["data"]!["products"]!["nodes"]!.AsArray();
        Assert.Equal(10, nodes.Count);
        Assert.Equal("Acacia Salad Bowl", (string?)nodes[0]!["title"]);
        var mug = (await f.AdminDataAsync(ProductList, new { n = 1, search = "handle:morning-mug" }))["products"]!["nodes"]![0]!;
        Assert.Equal("15.9", (string?)mug["priceRangeV2"]!["minVariantPrice"]!["amount"]);
        Assert.Equal("21.5", (string?)mug["contextualPricing"]!["priceRange"]!["maxVariantPrice"]!["amount"]);
        Assert.Equal("18.5", (string?)mug["compareAtPriceRange"]!["minVariantCompareAtPrice"]!["amount"]);
        Assert.Equal(8, (int)mug["variantsCount"]!["count"]!);
        Assert.Equal(89, (int)mug["totalInventory"]!);
        Assert.EndsWith("...", (string?)mug["description"], StringComparison.Ordinal);
        var url = (string)mug["featuredMedia"]!["preview"]!["image"]!["url"]!;
        Assert.Contains("/cdn/", url, StringComparison.Ordinal);
        using var picture = await f.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task One_product_is_found_by_handle_and_by_id_with_everything_about_its_variants()
    {
        await using var f = await ShopFixture.StartAsync();
        const string Query = """
            query One($by: ProductIdentifierInput!, $lang: String!, $land: CountryCode) { product: productByIdentifier(identifier: $by) { ...Whole } }
            fragment Whole on Product {
              id legacyResourceId handle title status vendor productType category { id fullName } tags descriptionHtml onlineStoreUrl requiresSellingPlan
              hasOnlyDefaultVariant seo { title description } options { id name position optionValues { id name hasVariants swatch { color } } }
              translations(locale: $lang) { key value locale outdated }
              media(first: 10) { nodes { id alt mediaContentType preview { image { url(transform: { maxWidth: 1024, preferredContentType: JPG }) width height } } } }
              sellingPlanGroups(first: 5) { nodes { id name options sellingPlans(first: 10) { nodes { id name description category } } } }
              variants(first: 100) { nodes { ...Piece } pageInfo { hasNextPage endCursor } }
              metafields(first: 20, namespace: "custom") { nodes { namespace key type value } }
              updatedAt
            }
            fragment Piece on ProductVariant {
              id legacyResourceId title displayName sku barcode position price compareAtPrice availableForSale inventoryPolicy inventoryQuantity
              sellableOnlineQuantity selectedOptions { name value } inventoryItem { id tracked requiresShipping }
              media(first: 1) { nodes { preview { image { url(transform: { maxWidth: 1024, preferredContentType: JPG }) } } } }
              contextualPricing(context: { country: $land }) { price { amount currencyCode } compareAtPrice { amount currencyCode } }
            }
            """;
        var answer = await f.AdminAsync(Query, new { by = new { handle = "washed-linen-bedding" }, lang = "de", land = "DE" });
        var product = answer["data"]!["product"]!;
        var variants = product["variants"]!["nodes"]!.AsArray();
        Assert.Equal(18, variants.Count);
        Assert.Equal(["Size", "Colour", "Pillowcase"], product["options"]!.AsArray().Select(o => (string?)o!["name"]));
        Assert.Empty(product["translations"]!.AsArray());
        Assert.Empty(product["sellingPlanGroups"]!["nodes"]!.AsArray());
        Assert.Equal("129.00", (string?)variants[0]!["price"]);
        Assert.Equal("129.0", (string?)variants[0]!["contextualPricing"]!["price"]!["amount"]);
        Assert.Contains(variants, v => !(bool)v!["availableForSale"]! && (int)v["sellableOnlineQuantity"]! == 0);
        Assert.True((double)answer["extensions"]!["cost"]!["requestedQueryCost"]! < 1000);
        var byId = await f.AdminDataAsync(Query, new { by = new { id = (string?)product["id"] }, lang = "de" });
        Assert.Equal("washed-linen-bedding", (string?)byId["product"]!["handle"]);
    }

    [Fact]
    public async Task Variants_page_by_position_and_nodes_keep_the_order_of_the_ids()
    {
        await using var f = await ShopFixture.StartAsync();
        var product = f.Product("morning-mug");
        const string Page = """
            query Pieces($id: ID!, $at: String) { product(id: $id) { variants(first: 3, after: $at, sortKey: POSITION) {
              nodes { id title sku price availableForSale sellableOnlineQuantity selectedOptions { name value } } pageInfo { hasNextPage endCursor } } } }
            """;
        List<string> titles = [];
        string? at = null;
        do
        {
            var variants = (await f.AdminDataAsync(Page, new { id = $"gid://shopify/Product/{product.Id}", at }))["product"]!["variants"]!;
            titles.AddRange(variants["nodes"]!.AsArray().Select(v => (string)v!["title"]!));
            at = (bool)variants["pageInfo"]!["hasNextPage"]! ? (string)variants["pageInfo"]!["endCursor"]! : null;
        }
        while (at is not null);
        Assert.Equal(product.Variants.Select(v => string.Join(" / ", v.OptionValues)), titles);

        var ids = new[] { ShopFixture.VariantGid(product.Variants[3]), "gid://shopify/ProductVariant/1", ShopFixture.VariantGid(product.Variants[0]) };
        var nodes = (await f.AdminDataAsync("""
            query ByIds($ids: [ID!]!, $land: CountryCode) { nodes(ids: $ids) { __typename ... on ProductVariant {
              id legacyResourceId displayName title sku price compareAtPrice availableForSale inventoryPolicy inventoryQuantity sellableOnlineQuantity
              selectedOptions { name value } product { id title handle status onlineStoreUrl } contextualPricing(context: { country: $land }) { price { amount currencyCode } } } } }
            """, new { ids }))["nodes"]!.AsArray();
        Assert.Equal(ids[0], (string?)nodes[0]!["id"]);
        Assert.Null(nodes[1]);
        Assert.Equal("ProductVariant", (string?)nodes[2]!["__typename"]);
        Assert.Equal("Morning Mug - Chalk / 250 ml", (string?)nodes[2]!["displayName"]);
    }

    [Fact]
    public async Task Stock_is_told_per_location()
    {
        await using var f = await ShopFixture.StartAsync();
        var variant = f.Variant("pebble-vase", "Small / Chalk");
        var data = await f.AdminDataAsync("""
            query Stock($id: ID!) { productVariant(id: $id) { id inventoryItem { id tracked inventoryLevels(first: 20) { nodes {
              location { id name isActive fulfillsOnlineOrders } quantities(names: ["available", "on_hand", "committed"]) { name quantity updatedAt } } } } } }
            """, new { id = ShopFixture.VariantGid(variant) });
        var level = data["productVariant"]!["inventoryItem"]!["inventoryLevels"]!["nodes"]![0]!;
        Assert.Equal("Hamburg", (string?)level["location"]!["name"]);
        Assert.Equal([15, 15, 0], level["quantities"]!.AsArray().Select(q => (int)q!["quantity"]!));
    }

    [Fact]
    public async Task Collections_and_their_products_are_listed()
    {
        await using var f = await ShopFixture.StartAsync();
        var data = await f.AdminDataAsync("""
            query Shelves($n: Int!) {
              collections(first: $n, sortKey: TITLE) { nodes { id legacyResourceId handle title description(truncateAt: 160) image { url altText }
                productsCount { count precision } sortOrder updatedAt } pageInfo { hasNextPage endCursor } }
              collectionByIdentifier(identifier: { handle: "bath" }) { id title handle descriptionHtml }
            }
            """, new { n = 50 });
        Assert.Equal(7, data["collections"]!["nodes"]!.AsArray().Count);
        var bath = (await f.AdminDataAsync("""
            query Shelf($id: ID!) { collection(id: $id) { id title handle products(first: 3, sortKey: COLLECTION_DEFAULT) { nodes { id title handle status
              priceRangeV2 { minVariantPrice { amount currencyCode } } featuredMedia { preview { image { url(transform: { maxWidth: 1024, preferredContentType: JPG }) } } } }
              pageInfo { hasNextPage endCursor } } } }
            """, new { id = (string?)data["collectionByIdentifier"]!["id"] }))["collection"]!;
        Assert.Equal(["olive-soap-bar", "waffle-towel", "beech-bath-brush"], bath["products"]!["nodes"]!.AsArray().Select(p => (string?)p!["handle"]));
        Assert.True((bool)bath["products"]!["pageInfo"]!["hasNextPage"]!);
    }

    [Fact]
    public async Task A_field_that_is_not_modelled_says_so()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync("{ products(first: 1) { nodes { id giftCardTemplateSuffix } } }");
        var error = answer["errors"]![0]!;
        Assert.Equal("emulator does not model Product.giftCardTemplateSuffix", (string?)error["message"]);
        Assert.Equal("EMULATOR_UNSUPPORTED", (string?)error["extensions"]!["code"]);
    }

    [Fact]
    public async Task Introspection_shows_the_real_schema()
    {
        await using var f = await ShopFixture.StartAsync();
        var data = await f.AdminDataAsync("""{ __type(name: "WebhookSubscriptionTopic") { enumValues { name } } __schema { mutationType { name } } }""");
        Assert.Contains(data["__type"]!["enumValues"]!.AsArray(), v => (string?)v!["name"] == "ORDERS_CREATE");
        Assert.Equal("Mutation", (string?)data["__schema"]!["mutationType"]!["name"]);
    }
}
