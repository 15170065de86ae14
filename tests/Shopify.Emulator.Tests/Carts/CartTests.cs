using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Carts;

/// <summary>Storefront carts.</summary>
public sealed class CartTests
{
    private const string Cart = """
        fragment Whole on Cart {
          id checkoutUrl createdAt updatedAt totalQuantity note attributes { key value } discountCodes { code applicable }
          buyerIdentity { countryCode email phone } cost { subtotalAmount { amount currencyCode } totalAmount { amount currencyCode } totalAmountEstimated }
          lines(first: 100) { nodes { id quantity attributes { key value }
            cost { amountPerQuantity { amount currencyCode } compareAtAmountPerQuantity { amount currencyCode } totalAmount { amount currencyCode } }
            discountAllocations { discountedAmount { amount currencyCode } }
            merchandise { ... on ProductVariant { id title sku availableForSale quantityAvailable selectedOptions { name value }
              image { url(transform: { maxWidth: 512, preferredContentType: JPG }) } product { id handle title } } } } pageInfo { hasNextPage endCursor } }
        }
        """;

    private const string Create = "mutation Create($input: CartInput!, $land: CountryCode, $lang: LanguageCode) @inContext(country: $land, language: $lang) { "
        + "result: cartCreate(input: $input) { cart { ...Whole } userErrors { code field message } warnings { code message target } } } " + Cart;

    [Fact]
    public async Task A_new_cart_has_a_secret_id_a_checkout_link_and_live_prices()
    {
        await using var f = await ShopFixture.StartAsync();
        var mug = f.Variant("morning-mug", "Terracotta / 250 ml");
        var cart = (await CreateAsync(f, new
        {
            lines = new[] { new { merchandiseId = ShopFixture.VariantGid(mug), quantity = 2 } },
            buyerIdentity = new { countryCode = "DE", phone = "+491701234567" },
            attributes = new[] { new { key = "chat_ref", value = "c_42" } },
            note = "Please ring twice",
        }))["cart"]!;
        var id = (string)cart["id"]!;
        Assert.Matches("^gid://shopify/Cart/[A-Za-z0-9]+\\?key=[0-9a-f]{32}$", id);
        Assert.Equal($"{f.Shop.Url}/cart/c/{id["gid://shopify/Cart/".Length..]}", (string?)cart["checkoutUrl"]);
        Assert.Equal("31.8", (string?)cart["cost"]!["subtotalAmount"]!["amount"]);
        Assert.Equal("18.5", (string?)cart["lines"]!["nodes"]![0]!["cost"]!["compareAtAmountPerQuantity"]!["amount"]);
        Assert.Equal("c_42", (string?)cart["attributes"]![0]!["value"]);
        Assert.Equal("+491701234567", (string?)cart["buyerIdentity"]!["phone"]);

        var read = (await f.StorefrontDataAsync("query Get($id: ID!) { cart(id: $id) { ...Whole } } " + Cart, new { id }))["cart"]!;
        Assert.Equal(2, (int)read["totalQuantity"]!);
        Assert.Null((await f.StorefrontDataAsync("query Get($id: ID!) { cart(id: $id) { id } }", new { id = id.Split('?')[0] }))["cart"]);
    }

    [Fact]
    public async Task Equal_lines_merge_and_different_attributes_do_not()
    {
        await using var f = await ShopFixture.StartAsync();
        var soap = ShopFixture.VariantGid(f.Variant("olive-soap-bar", "Lavender"));
        var id = (string)(await CreateAsync(f, new { lines = new[] { new { merchandiseId = soap, quantity = 1 } } }))["cart"]!["id"]!;
        var gift = new[] { new { key = "gift", value = "yes" } };
        await ChangeAsync(f, "cartLinesAdd(cartId: $id, lines: $lines)", "$lines: [CartLineInput!]!", new { id, lines = new object[] { new { merchandiseId = soap, quantity = 2 }, new { merchandiseId = soap, attributes = gift } } });
        var lines = (await f.StorefrontDataAsync("query Get($id: ID!) { cart(id: $id) { ...Whole } } " + Cart, new { id }))["cart"]!["lines"]!["nodes"]!.AsArray();
        Assert.Equal([3, 1], lines.Select(l => (int)l!["quantity"]!));
    }

    [Fact]
    public async Task Lines_change_and_go()
    {
        await using var f = await ShopFixture.StartAsync();
        var (mug, soap) = (ShopFixture.VariantGid(f.Variant("morning-mug", "Chalk / 250 ml")), ShopFixture.VariantGid(f.Variant("olive-soap-bar", "Rosemary")));
        var cart = (await CreateAsync(f, new { lines = new[] { new { merchandiseId = mug }, new { merchandiseId = soap } } }))["cart"]!;
        var id = (string)cart["id"]!;
        var lines = cart["lines"]!["nodes"]!.AsArray().Select(l => (string)l!["id"]!).ToList();
        Assert.Matches("^gid://shopify/CartLine/[0-9a-f-]{36}\\?cart=", lines[0]);
        var updated = await ChangeAsync(f, "cartLinesUpdate(cartId: $id, lines: $lines)", "$lines: [CartLineUpdateInput!]!", new { id, lines = new object[] { new { id = lines[0], quantity = 5 }, new { id = lines[1], quantity = 0 } } });
        Assert.Equal(5, (int)updated["cart"]!["totalQuantity"]!);
        var removed = await ChangeAsync(f, "cartLinesRemove(cartId: $id, lineIds: $ids)", "$ids: [ID!]!", new { id, ids = new[] { lines[0] } });
        Assert.Equal(0, (int)removed["cart"]!["totalQuantity"]!);
        var stale = await ChangeAsync(f, "cartLinesRemove(cartId: $id, lineIds: $ids)", "$ids: [ID!]!", new { id, ids = new[] { lines[0] } });
        Assert.Equal("INVALID_MERCHANDISE_LINE", (string?)stale["userErrors"]![0]!["code"]);
    }

    [Fact]
    public async Task Shortage_is_a_warning_and_cuts_the_quantity()
    {
        await using var f = await ShopFixture.StartAsync();
        var scarce = ShopFixture.VariantGid(f.Variant("morning-mug", "Terracotta / 350 ml"));
        var gone = ShopFixture.VariantGid(f.Variant("morning-mug", "Ink / 250 ml"));
        var result = await CreateAsync(f, new { lines = new[] { new { merchandiseId = scarce, quantity = 9 }, new { merchandiseId = gone, quantity = 1 } } });
        Assert.Empty(result["userErrors"]!.AsArray());
        Assert.Equal(["MERCHANDISE_NOT_ENOUGH_STOCK", "MERCHANDISE_OUT_OF_STOCK"], result["warnings"]!.AsArray().Select(w => (string?)w!["code"]));
        Assert.Equal(2, (int)result["cart"]!["totalQuantity"]!);
    }

    [Fact]
    public async Task Unknown_and_unpublished_merchandise_are_user_errors()
    {
        await using var f = await ShopFixture.StartAsync();
        var draft = ShopFixture.VariantGid(f.Product("winter-candle").Variants[0]);
        foreach (var merchandiseId in new[] { "gid://shopify/ProductVariant/1", draft })
        {
            var result = await CreateAsync(f, new { lines = new[] { new { merchandiseId } } });
            Assert.Null(result["cart"]);
            var error = result["userErrors"]![0]!;
            Assert.Equal("INVALID", (string?)error["code"]);
            Assert.Equal($"The merchandise with id {merchandiseId} does not exist.", (string?)error["message"]);
            Assert.Equal(["input", "lines", "0", "merchandiseId"], error["field"]!.AsArray().Select(x => (string?)x));
        }
    }

    [Fact]
    public async Task Attributes_note_buyer_and_codes_can_be_changed()
    {
        await using var f = await ShopFixture.StartAsync();
        var id = (string)(await CreateAsync(f, new { }))["cart"]!["id"]!;
        await ChangeAsync(f, "cartAttributesUpdate(cartId: $id, attributes: $a)", "$a: [AttributeInput!]!", new { id, a = new[] { new { key = "k", value = "v" } } });
        await ChangeAsync(f, "cartNoteUpdate(cartId: $id, note: $n)", "$n: String!", new { id, n = "hello" });
        await ChangeAsync(f, "cartBuyerIdentityUpdate(cartId: $id, buyerIdentity: $b)", "$b: CartBuyerIdentityInput!", new { id, b = new { email = "a@b.example" } });
        var codes = await ChangeAsync(f, "cartDiscountCodesUpdate(cartId: $id, discountCodes: $c)", "$c: [String!]!", new { id, c = new[] { "SAVE10" } });
        Assert.Equal("DISCOUNT_NOT_FOUND", (string?)codes["warnings"]![0]!["code"]);
        var bad = await ChangeAsync(f, "cartBuyerIdentityUpdate(cartId: $id, buyerIdentity: $b)", "$b: CartBuyerIdentityInput!", new { id, b = new { phone = "12" } });
        Assert.Equal("Phone is invalid", (string?)bad["userErrors"]![0]!["message"]);
        var cart = (await f.StorefrontDataAsync("query Get($id: ID!) { cart(id: $id) { ...Whole } } " + Cart, new { id }))["cart"]!;
        Assert.Equal(("hello", "a@b.example", "v", false), ((string?)cart["note"], (string?)cart["buyerIdentity"]!["email"], (string?)cart["attributes"]![0]!["value"], (bool)cart["discountCodes"]![0]!["applicable"]!));
    }

    [Fact]
    public async Task A_cart_that_is_gone_is_a_user_error()
    {
        await using var f = await ShopFixture.StartAsync();
        var result = await ChangeAsync(f, "cartNoteUpdate(cartId: $id, note: $n)", "$n: String!", new { id = "gid://shopify/Cart/none?key=none", n = "x" });
        Assert.Null(result["cart"]);
        Assert.Equal("The specified cart does not exist.", (string?)result["userErrors"]![0]!["message"]);
        Assert.Equal(["cartId"], result["userErrors"]![0]!["field"]!.AsArray().Select(x => (string?)x));
    }

    [Fact]
    public async Task Catalogue_reads_see_only_what_is_published()
    {
        await using var f = await ShopFixture.StartAsync();
        const string Search = """
            query Search($q: String!, $filters: [ProductFilter!]) { search(query: $q, first: 20, types: [PRODUCT], prefix: LAST, unavailableProducts: LAST, productFilters: $filters) {
              totalCount nodes { __typename ... on Product { handle availableForSale onlineStoreUrl featuredImage { url altText } priceRange { minVariantPrice { amount currencyCode } }
              compareAtPriceRange { minVariantPrice { amount } } selectedOrFirstAvailableVariant { id title availableForSale price { amount currencyCode } } } } pageInfo { hasNextPage endCursor } } }
            """;
        var data = await f.StorefrontDataAsync("""
            { draft: product(handle: "winter-candle") { id } mug: product(handle: "morning-mug") { id tags availableForSale options { name optionValues { name } } images(first: 5) { nodes { url altText } }
              variants(first: 100) { nodes { id title sku availableForSale currentlyNotInStock quantityAvailable quantityRule { minimum maximum increment } selectedOptions { name value } price { amount currencyCode }
              compareAtPrice { amount } unitPrice { amount } image { url } sellingPlanAllocations(first: 5) { nodes { sellingPlan { id name } } } } } }
              products(first: 250) { nodes { handle } } collections(first: 20) { nodes { handle products(first: 2, filters: [{ available: true }]) { nodes { handle } } } } }
            """);
        Assert.Null(data["draft"]);
        Assert.Equal(8, data["mug"]!["variants"]!["nodes"]!.AsArray().Count);
        Assert.Equal(39, data["products"]!["nodes"]!.AsArray().Count);
        Assert.Equal(7, data["collections"]!["nodes"]!.AsArray().Count);
        Assert.Equal(["beeswax-taper-candles", "harbour-lantern"], Found(await f.StorefrontDataAsync(Search, new { q = "cand" })));
        Assert.Equal(["olive-soap-bar"], Found(await f.StorefrontDataAsync(Search, new { q = "olive", filters = new object[] { new { available = true }, new { price = new { max = 10 } } } })));
        Assert.Equal(39, (await f.StorefrontDataAsync("{ products(first: 250) { nodes { id } } }"))["products"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Tokenless_access_works_and_a_wrong_token_is_401()
    {
        await using var f = await ShopFixture.StartAsync();
        Assert.Null((await f.StorefrontAsync("{ products(first: 1) { nodes { id } } }", token: ""))["errors"]);
        using var response = await f.PostStorefrontAsync("{ shop { name } }", token: "shpat_wrong");
        Assert.Equal(401, (int)response.StatusCode);
    }

    private static IEnumerable<string?> Found(JsonNode data) => data["search"]!["nodes"]!.AsArray().Select(n => (string?)n!["handle"]);

    private static async Task<JsonNode> CreateAsync(ShopFixture f, object input) =>
        (await f.StorefrontDataAsync(Create, new { input, land = "DE", lang = "DE" }))["result"]!;

    private static async Task<JsonNode> ChangeAsync(ShopFixture f, string call, string variable, object variables) => (await f.StorefrontDataAsync(
        $$"""mutation Change($id: ID!, {{variable}}) { result: {{call}} { cart { id totalQuantity checkoutUrl } userErrors { code field message } warnings { code message target } } }""", variables))["result"]!;
}
