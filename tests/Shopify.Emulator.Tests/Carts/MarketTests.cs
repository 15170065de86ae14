using System.Text.Json.Nodes;
using Shopify.Emulator.Tests.Documents;

namespace Shopify.Emulator.Tests.Carts;

/// <summary>Prices and languages per country, discount codes, drafts and links, all in one currency at a time.</summary>
public sealed class MarketTests
{
    [Fact]
    public async Task A_buyer_in_Switzerland_sees_and_pays_francs_and_the_order_keeps_both_currencies()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var seen = (await s.RunAsync("SfProduct", new { handle = "morning-mug", country = "CH", language = "DE" }))["product"]!;
        Assert.Equal("Morgenbecher", (string?)seen["title"]);
        // 18.50 EUR x 0.95 x 1.08
        Assert.Equal("18.98", (string?)seen["variants"]!["nodes"]![0]!["price"]!["amount"]);
        Assert.Equal("CHF", (string?)seen["variants"]!["nodes"]![0]!["price"]!["currencyCode"]);
        var admin = (await s.RunAsync("VariantsByIds", new { ids = new[] { s.Variant("morning-mug") }, country = "CH" }))["nodes"]![0]!;
        Assert.Equal("18.98", (string?)admin["contextualPricing"]!["price"]!["amount"]);
        Assert.Equal("18.50", (string?)admin["price"]);
        var cart = (await s.RunAsync("CartCreate", new { input = new { lines = new[] { new { merchandiseId = s.Variant("morning-mug"), quantity = 2 } } }, country = "CH" }))["cartCreate"]!["cart"]!;
        Assert.Equal("37.96", (string?)cart["cost"]!["totalAmount"]!["amount"]);
        using var paid = await s.Shop.Http.PostAsync((string)cart["checkoutUrl"]!, Scenario.Form("pay"), TestContext.Current.CancellationToken);
        var order = (await s.RunAsync("OrderDetail", new { id = s.OrderId }))["order"]!;
        Assert.Equal(("EUR", "CHF"), ((string?)order["currencyCode"], (string?)order["presentmentCurrencyCode"]));
        Assert.Equal("41.9", (string?)order["currentTotalPriceSet"]!["shopMoney"]!["amount"]);
        // 37.96 CHF and 4.90 EUR of shipping as 5.03 CHF
        Assert.Equal("42.99", (string?)order["currentTotalPriceSet"]!["presentmentMoney"]!["amount"]);
    }

    [Fact]
    public async Task Options_and_their_values_are_translated_in_both_interfaces()
    {
        await using var f = await ShopFixture.StartAsync();
        var option = (await f.AdminDataAsync("""
            { products(first: 1, query: "handle:morning-mug") { nodes { options { name translations(locale: "de") { key value } optionValues { name translations(locale: "de") { value } } } } } }
            """))["products"]!["nodes"]![0]!["options"]![0]!;
        Assert.Equal(("Colour", "name", "Farbe"), ((string?)option["name"], (string?)option["translations"]![0]!["key"], (string?)option["translations"]![0]!["value"]));
        Assert.Equal(("Chalk", "Kreide"), ((string?)option["optionValues"]![0]!["name"], (string?)option["optionValues"]![0]!["translations"]![0]!["value"]));
        Assert.Empty(option["optionValues"]!.AsArray().Single(value => (string?)value!["name"] == "Terracotta")!["translations"]!.AsArray());
        var seen = (await f.StorefrontDataAsync("""
            query Mug @inContext(language: DE) { product(handle: "morning-mug") { options { name optionValues { name } } variants(first: 1) { nodes { title selectedOptions { name value } } } } }
            """))["product"]!;
        Assert.Equal(("Farbe", "Kreide"), ((string?)seen["options"]![0]!["name"], (string?)seen["options"]![0]!["optionValues"]![0]!["name"]));
        Assert.Equal(("Kreide / 250 ml", "Größe"), ((string?)seen["variants"]!["nodes"]![0]!["title"], (string?)seen["variants"]!["nodes"]![0]!["selectedOptions"]![1]!["name"]));
    }

    [Fact]
    public async Task An_unknown_country_or_language_falls_back_silently()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var found = (await s.RunAsync("SfLocalization", new { country = "JP", language = "FR" }))["localization"]!;
        Assert.Equal(("DE", "EN"), ((string?)found["country"]!["isoCode"], (string?)found["language"]!["isoCode"]));
        found = (await s.RunAsync("SfLocalization", new { country = "GB", language = "DE" }))["localization"]!;
        Assert.Equal(("GB", "GBP", "DE"), ((string?)found["country"]!["isoCode"], (string?)found["country"]!["currency"]!["isoCode"], (string?)found["language"]!["isoCode"]));
    }

    [Theory]
    [InlineData("NOSUCH", "DISCOUNT_NOT_FOUND")]
    [InlineData("summer25", "DISCOUNT_CURRENTLY_INACTIVE")]
    [InlineData("FIVEOFF", "DISCOUNT_PURCHASE_NOT_IN_RANGE")]
    [InlineData("LIGHT15", "DISCOUNT_NO_ENTITLED_LINE_ITEMS")]
    public async Task A_code_that_does_not_apply_is_a_warning(string code, string warning)
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var made = (await s.RunAsync("CartCreate", new { input = new { lines = new[] { new { merchandiseId = s.Variant("morning-mug"), quantity = 1 } }, discountCodes = new[] { code } } }))["cartCreate"]!;
        Assert.Equal(warning, (string?)made["warnings"]![0]!["code"]);
        Assert.False((bool)made["cart"]!["discountCodes"]![0]!["applicable"]!);
        Assert.Equal("18.5", (string?)made["cart"]!["cost"]!["totalAmount"]!["amount"]);
    }

    [Fact]
    public async Task A_code_lowers_lines_and_total_by_the_same_amount_and_works_once_per_customer()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        await s.BuyAsync();
        var cart = s.Answers["CartCreate"]["cartCreate"]!["cart"]!;
        var saved = cart["lines"]!["nodes"]!.AsArray().Sum(static l => Number(l!["discountAllocations"]![0]!["discountedAmount"]!));
        var goods = cart["lines"]!["nodes"]!.AsArray().Sum(static l => (int)l!["quantity"]! * Number(l["cost"]!["amountPerQuantity"]!));
        Assert.Equal(goods - saved, Number(cart["cost"]!["totalAmount"]!));
        Assert.Equal(Math.Round(goods * 0.1m, 2), saved);
        var again = (await s.RunAsync("CartCreate", new
        {
            input = new { lines = new[] { new { merchandiseId = s.Variant("morning-mug"), quantity = 1 } }, buyerIdentity = new { phone = Scenario.Phone }, discountCodes = new[] { "WELCOME10" } },
        }))["cartCreate"]!;
        Assert.Equal("DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED", (string?)again["warnings"]![0]!["code"]);
        Assert.Equal(1, (int)(await s.RunAsync("DiscountByCode", new { code = "WELCOME10" }))["codeDiscountNodeByCode"]!["codeDiscount"]!["asyncUsageCount"]!);
    }

    [Fact]
    public async Task An_invoice_is_paid_once_and_becomes_an_order_with_tags_and_attributes()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var draft = (await s.RunAsync("DraftOrderCreate", new
        {
            input = new
            {
                lineItems = new object[] { new { variantId = s.Variant("pebble-vase"), quantity = 2 }, new { title = "Engraving", quantity = 1, originalUnitPriceWithCurrency = new { amount = "7.50", currencyCode = "EUR" } } },
                phone = Scenario.Phone, tags = new[] { "wa-chat" }, customAttributes = new[] { new { key = "chat_ref", value = "c_43" } }, reserveInventoryUntil = "2026-11-23T12:00:00Z",
            },
        }))["draftOrderCreate"]!["draftOrder"]!;
        Assert.Matches("/\\d+/invoices/[0-9a-f]{32}$", (string)draft["invoiceUrl"]!);
        var stock = s.Shop.Product("pebble-vase").Variants[0].Stock;
        using var page = await s.Shop.Http.GetAsync((string)draft["invoiceUrl"]!, TestContext.Current.CancellationToken);
        Assert.Contains("Engraving", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("unsafe-inline", page.Headers.GetValues("Content-Security-Policy").Single());
        using var paid = await s.Shop.Http.PostAsync((string)draft["invoiceUrl"]!, Scenario.Form("pay"), TestContext.Current.CancellationToken);
        Assert.Equal(303, (int)paid.StatusCode);
        // The reservation had taken the pieces already.
        Assert.Equal(stock, s.Shop.Product("pebble-vase").Variants[0].Stock);
        var done = (await s.RunAsync("DraftOrderGet", new { id = (string?)draft["id"] }))["draftOrder"]!;
        Assert.Equal("COMPLETED", (string?)done["status"]);
        var order = (await s.RunAsync("OrderDetail", new { id = (string?)done["order"]!["id"] }))["order"]!;
        Assert.Equal("shopify_draft_order", (string?)order["sourceName"]);
        Assert.Equal("c_43", (string?)order["customAttributes"]![0]!["value"]);
        Assert.Equal(["wa-chat"], order["tags"]!.AsArray().Select(static t => (string?)t));
        using var twice = await s.Shop.Http.PostAsync((string)draft["invoiceUrl"]!, Scenario.Form("pay"), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)twice.StatusCode);
        Assert.Single(s.Shop.Shop.Orders);
    }

    [Theory]
    [InlineData("""{"lineItems":[]}""", "Add at least 1 product")]
    [InlineData("""{"lineItems":[{"variantId":"gid://shopify/ProductVariant/999","quantity":1}]}""", "Product with ID 999 is no longer available.")]
    [InlineData("""{"lineItems":[{"title":"","quantity":1}]}""", "Merchandise title is empty.")]
    [InlineData("""{"lineItems":[{"title":"x","quantity":0}]}""", "Quantity must be greater than or equal to 1")]
    [InlineData("""{"lineItems":[{"title":"x","quantity":1}],"email":"nobody"}""", "Email is invalid")]
    [InlineData("""{"lineItems":[{"title":"x","quantity":1}],"reserveInventoryUntil":"2026-01-01T00:00:00Z"}""", "Reserve until can't be in the past")]
    public async Task Wrong_drafts_are_user_errors(string input, string message)
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminDataAsync(DocumentFile.Of("DraftOrderCreate").Text, new { input = JsonNode.Parse(input) });
        Assert.Equal(message, (string?)answer["draftOrderCreate"]!["userErrors"]![0]!["message"]);
    }

    [Fact]
    public async Task Links_make_carts_and_lead_to_the_shop_when_they_are_of_no_use()
    {
        await using var f = await ShopFixture.StartAsync();
        var ucp = await f.Http.GetStringAsync($"{f.Shop.Url}/.well-known/ucp", TestContext.Current.CancellationToken);
        var endpoint = (string)JsonNode.Parse(ucp)!["ucp"]!["capabilities"]!["dev.ucp.shopping.permalink"]![0]!["config"]!["endpoint"]!;
        var id = f.Product("morning-mug").Variants[0].Id;
        var encoded = "~" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"gid://shopify/ProductVariant/{id}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        foreach (var link in new[] { $"{endpoint}/{id}:2?discounts/codes/0=WELCOME10&context/address_country=CH", $"{endpoint}/{encoded}:2" })
        {
            using var made = await f.Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(303, (int)made.StatusCode);
            Assert.Contains("/cart/c/", made.Headers.Location!.ToString());
        }

        foreach (var (link, target) in new[] { ($"{endpoint}/1:1", f.Shop.Url.ToString()), ($"{endpoint}/1:1?continue_to=/collections/bath", $"{f.Shop.Url}/collections/bath"), ($"{endpoint}/1:1?continue_to=//evil.example", f.Shop.Url.ToString()) })
        {
            using var useless = await f.Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(target, useless.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_declined_card_and_leaving_make_an_abandoned_checkout_that_paying_recovers()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        await s.AbandonAsync();
        var open = (await s.RunAsync("AbandonedCheckouts", new { first = 5, query = "recovery_state:not_recovered" }))["abandonedCheckouts"]!["nodes"]![0]!;
        Assert.Null(open["completedAt"]);
        using var back = await s.Shop.Http.GetAsync((string)open["abandonedCheckoutUrl"]!, TestContext.Current.CancellationToken);
        using var declined = await s.Shop.Http.PostAsync(back.Headers.Location, Scenario.Form("pay", "decline"), TestContext.Current.CancellationToken);
        Assert.Equal(402, (int)declined.StatusCode);
        Assert.Empty(s.Shop.Shop.Orders);
        using var paid = await s.Shop.Http.PostAsync(back.Headers.Location, Scenario.Form("pay"), TestContext.Current.CancellationToken);
        Assert.Empty((await s.RunAsync("AbandonedCheckouts", new { first = 5, query = "recovery_state:not_recovered" }))["abandonedCheckouts"]!["nodes"]!.AsArray());
        Assert.NotNull((await s.RunAsync("AbandonedCheckouts", new { first = 5 }))["abandonedCheckouts"]!["nodes"]![0]!["completedAt"]);
    }

    [Fact]
    public async Task Shops_have_a_host_name_under_localhost()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.AddShop("second.myshopify.com");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{f.Emulator.BaseUrl}.well-known/ucp");
        request.Headers.Host = "second.localhost";
        var answer = await ShopFixture.ReadAsync(await f.Http.SendAsync(request, TestContext.Current.CancellationToken));
        Assert.Contains("second.myshopify.com/buy", answer.ToJsonString());
    }

    private static decimal Number(JsonNode money) => decimal.Parse((string)money["amount"]!, System.Globalization.CultureInfo.InvariantCulture);
}
