using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shopify.Emulator.Journal;
using Shopify.Emulator.Tests.Webhooks;

namespace Shopify.Emulator.Tests.Carts;

/// <summary>From a cart to a paid order and its webhooks.</summary>
public sealed partial class CheckoutTests
{
    private static readonly Dictionary<string, string> Buyer = new()
    {
        ["email"] = "frida.brandt@example.com", ["phone"] = "+491701234567", ["first_name"] = "Frida", ["last_name"] = "Brandt",
        ["address"] = "Lindenweg 12", ["zip"] = "10115", ["city"] = "Berlin", ["country"] = "DE",
    };

    [Fact]
    public async Task Paying_a_cart_makes_an_order_takes_stock_and_sends_signed_webhooks()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => o.AllowHttpWebhookAddresses = true);
        await SubscribeAsync(f, "ORDERS_CREATE", receiver.Url, "orders-create");
        var mug = f.Variant("morning-mug", "Terracotta / 250 ml");
        var (cartId, url) = await CartAsync(f, mug.Id, 2);

        using var page = await f.Http.GetAsync(url, TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("data-testid=\"pay\"", html, StringComparison.Ordinal);
        Assert.Equal("€36,70", Assert.Single(CheckoutTotal().Matches(html)).Groups[1].Value);

        using var paid = await PayAsync(f, url);
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
        var thanks = await f.Http.GetStringAsync(paid.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("data-testid=\"order-number\">#1001<", thanks, StringComparison.Ordinal);

        var order = Assert.Single(f.Shop.Orders);
        Assert.Equal((36.70m, 1001), (order.Total, order.Number));
        Assert.Equal(3, f.Variant("morning-mug", "Terracotta / 250 ml").Stock);
        using var gone = await f.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Null((await f.StorefrontDataAsync("query Get($id: ID!) { cart(id: $id) { id } }", new { id = cartId }))["cart"]);

        var delivery = await receiver.NextAsync();
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShopFixture.Secret), delivery.Body)), delivery.Headers["X-Shopify-Hmac-Sha256"]);
        Assert.Equal("orders/create", delivery.Headers["X-Shopify-Topic"]);
        Assert.Equal(ShopFixture.Domain, delivery.Headers["X-Shopify-Shop-Domain"]);
        Assert.Equal("2026-10", delivery.Headers["X-Shopify-API-Version"]);
        Assert.Equal("orders-create", delivery.Headers["X-Shopify-Name"]);
        Assert.True(Guid.TryParse(delivery.Headers["X-Shopify-Webhook-Id"], out _) && Guid.TryParse(delivery.Headers["X-Shopify-Event-Id"], out _));
        Assert.Equal("2026-11-22T12:00:00.000000000Z", delivery.Headers["X-Shopify-Triggered-At"]);
        var body = JsonNode.Parse(delivery.Body)!;
        Assert.Equal(("36.70", "#1001", "paid"), ((string?)body["total_price"], (string?)body["name"], (string?)body["financial_status"]));
        Assert.Equal("2026-11-22T13:00:00+01:00", (string?)body["created_at"]);
        Assert.Equal(("chat_ref", "c_42"), ((string?)body["note_attributes"]![0]!["name"], (string?)body["note_attributes"]![0]!["value"]));
        Assert.Contains((string)body["cart_token"]!, cartId, StringComparison.Ordinal);
        Assert.Equal(mug.Id, (long)body["line_items"]![0]!["variant_id"]!);
        Assert.Equal("15.90", (string?)body["line_items"]![0]!["price"]);
    }

    [Fact]
    public async Task Two_topics_share_an_event_id_and_differ_in_webhook_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => o.AllowHttpWebhookAddresses = true);
        await SubscribeAsync(f, "ORDERS_CREATE", receiver.Url);
        await SubscribeAsync(f, "ORDERS_PAID", receiver.Url);
        using var paid = await PayAsync(f, (await CartAsync(f, f.Variant("olive-soap-bar", "Lavender").Id, 1)).Url);
        var (one, two) = (await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(one.Headers["X-Shopify-Event-Id"], two.Headers["X-Shopify-Event-Id"]);
        Assert.NotEqual(one.Headers["X-Shopify-Webhook-Id"], two.Headers["X-Shopify-Webhook-Id"]);
        Assert.Equal(["orders/create", "orders/paid"], new[] { one, two }.Select(d => d.Headers["X-Shopify-Topic"]).Order());
    }

    [Fact]
    public async Task Two_payments_of_one_cart_make_one_order()
    {
        await using var f = await ShopFixture.StartAsync();
        var (_, url) = await CartAsync(f, f.Variant("olive-soap-bar", "Lavender").Id, 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PayAsync(f, url)));
        Assert.Single(f.Shop.Orders);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Stock_that_was_sold_meanwhile_stops_the_payment()
    {
        await using var f = await ShopFixture.StartAsync();
        var (_, url) = await CartAsync(f, f.Variant("pebble-vase", "Large / Clay").Id, 2);
        f.Shop.UpdateProduct("pebble-vase", p => p with { Variants = [.. p.Variants.Select(v => v with { Stock = 1 })] });
        using var answer = await PayAsync(f, url);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty(f.Shop.Orders);
    }

    [Theory]
    [InlineData("email", "not-an-email")]
    [InlineData("last_name", "")]
    [InlineData("country", "US")]
    public async Task An_incomplete_form_is_shown_again(string field, string value)
    {
        await using var f = await ShopFixture.StartAsync();
        var (_, url) = await CartAsync(f, f.Variant("olive-soap-bar", "Lavender").Id, 1);
        using var answer = await f.Http.PostAsync(url, new FormUrlEncodedContent(new Dictionary<string, string>(Buyer) { [field] = value }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("checkout-problem", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_a_checkout_link_leads_nowhere()
    {
        await using var f = await ShopFixture.StartAsync();
        var (_, url) = await CartAsync(f, f.Variant("olive-soap-bar", "Lavender").Id, 1);
        using var answer = await f.Http.GetAsync(url.Split('?')[0], TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_permalink_makes_a_cart_with_attributes_and_leaves_out_what_is_sold_out()
    {
        await using var f = await ShopFixture.StartAsync();
        var (soap, gone) = (f.Variant("olive-soap-bar", "Rosemary"), f.Variant("morning-mug", "Ink / 250 ml"));
        using var redirect = await f.Http.GetAsync($"{f.Shop.Url}/cart/{soap.Id}:3,{gone.Id}:1?attributes%5Bchat_ref%5D=c_7&checkout[email]=buyer@example.com", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        var html = await f.Http.GetStringAsync(redirect.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("value=\"buyer@example.com\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        using var paid = await PayAsync(f, redirect.Headers.Location!.OriginalString);
        var order = Assert.Single(f.Shop.Orders);
        Assert.Equal(("web", "c_7", 3), (order.SourceName, order.Attributes.Single().Value, order.Lines.Single().Quantity));
    }

    [Fact]
    public async Task A_failed_webhook_is_repeated_with_the_same_id_until_it_is_taken()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => (o.AllowHttpWebhookAddresses, o.WebhookRetryGaps) = (true, [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)]));
        await SubscribeAsync(f, "PRODUCTS_UPDATE", receiver.Url);
        receiver.AnswerWith(503);
        f.Shop.UpdateProduct("halo-mirror", p => p with { Title = "Halo Mirror II" });
        var first = await receiver.NextAsync();
        await AttemptAsync(f, 1);
        receiver.AnswerWith(200);
        await AdvanceUntilAsync(f, TimeSpan.FromMinutes(1), 2);
        var second = await receiver.NextAsync();
        Assert.Equal(first.Headers["X-Shopify-Webhook-Id"], second.Headers["X-Shopify-Webhook-Id"]);
        Assert.Equal(first.Body, second.Body);
        Assert.Single(f.Shop.WebhookSubscriptions);
    }

    [Fact]
    public async Task After_the_last_repeat_fails_the_subscription_is_deleted()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => (o.AllowHttpWebhookAddresses, o.WebhookRetryGaps) = (true, [TimeSpan.FromMinutes(1)]));
        await SubscribeAsync(f, "PRODUCTS_UPDATE", receiver.Url);
        receiver.AnswerWith(500);
        f.Shop.UpdateProduct("halo-mirror", p => p);
        await AttemptAsync(f, 1);
        await AdvanceUntilAsync(f, TimeSpan.FromMinutes(1), 2);
        Assert.Empty(f.Shop.WebhookSubscriptions);
    }

    [Fact]
    public async Task Filters_and_included_fields_shape_the_delivery()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => o.AllowHttpWebhookAddresses = true);
        await SubscribeAsync(f, "PRODUCTS_UPDATE", receiver.Url, filter: "variants.price:>=200", fields: ["id", "variants.price"]);
        f.Shop.UpdateProduct("morning-mug", p => p);
        f.Shop.UpdateProduct("tripod-floor-lamp", p => p);
        var body = JsonNode.Parse((await receiver.NextAsync()).Body)!.AsObject();
        Assert.Equal(["id", "variants"], body.Select(p => p.Key));
        Assert.Equal(f.Product("tripod-floor-lamp").Id, (long)body["id"]!);
        Assert.Equal("219.00", (string?)body["variants"]![0]!["price"]);
    }

    [Fact]
    public async Task During_a_secret_rotation_the_old_secret_signs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await ShopFixture.StartAsync(o => (o.AllowHttpWebhookAddresses, o.OldApiSecret) = (true, "shpss_old"));
        await SubscribeAsync(f, "APP_UNINSTALLED", receiver.Url);
        f.Shop.Uninstall();
        var delivery = await receiver.NextAsync();
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData("shpss_old"u8, delivery.Body)), delivery.Headers["X-Shopify-Hmac-Sha256"]);
        Assert.Equal(ShopFixture.Domain, (string?)JsonNode.Parse(delivery.Body)!["myshopify_domain"]);
        Assert.Empty(f.Shop.WebhookSubscriptions);
    }

    private static Task<WebhookEntry> AttemptAsync(ShopFixture f, int attempt) =>
        f.Emulator.Journal.WaitForAsync<WebhookEntry>(w => w.Attempt == attempt, TestContext.Current.CancellationToken);

    /// <summary>The sender arms its timer just after the attempt is written down, so the clock may have to be moved more than once.</summary>
    private static async Task AdvanceUntilAsync(ShopFixture f, TimeSpan step, int attempt)
    {
        var reached = AttemptAsync(f, attempt);
        while (!reached.IsCompleted)
        {
            f.Time.Advance(step);
            await Task.WhenAny(reached, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        await reached;
    }

    private static Task<HttpResponseMessage> PayAsync(ShopFixture f, string url) => f.Http.PostAsync(url, new FormUrlEncodedContent(Buyer), TestContext.Current.CancellationToken);

    private static async Task<(string Id, string Url)> CartAsync(ShopFixture f, long variant, int quantity)
    {
        var cart = (await f.StorefrontDataAsync("mutation Create($input: CartInput!) { cartCreate(input: $input) { cart { id checkoutUrl } userErrors { message } } }", new
        {
            input = new
            {
                lines = new[] { new { merchandiseId = $"gid://shopify/ProductVariant/{variant}", quantity } },
                attributes = new[] { new { key = "chat_ref", value = "c_42" } },
            },
        }))["cartCreate"]!["cart"]!;
        return ((string)cart["id"]!, (string)cart["checkoutUrl"]!);
    }

    private static async Task SubscribeAsync(ShopFixture f, string topic, string uri, string? name = null, string? filter = null, string[]? fields = null)
    {
        var result = await f.AdminDataAsync(
            "mutation Subscribe($topic: WebhookSubscriptionTopic!, $sub: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: $sub) { userErrors { message } } }",
            new { topic, sub = new { uri, name, filter, includeFields = fields } });
        Assert.Empty(result["webhookSubscriptionCreate"]!["userErrors"]!.AsArray());
    }

    [GeneratedRegex("data-testid=\"checkout-total\">([^<]+)<")]
    private static partial Regex CheckoutTotal();
}
