using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shopify.Emulator.Journal;
using Shopify.Emulator.Tests.BulkOperations;
using Shopify.Emulator.Tests.Documents;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Tests.Webhooks;

/// <summary>Header families, the app's own subscriptions, compliance topics, and deliveries that misbehave.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData(WebhookHeaders.Classic, true, false)]
    [InlineData(WebhookHeaders.Current, false, true)]
    [InlineData(WebhookHeaders.Both, true, true)]
    public async Task Both_header_families_are_signed_alike(WebhookHeaders family, bool classic, bool current)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, o => o.WebhookHeaders = family, "products/update");
        Touch(f);
        var delivery = await receiver.NextAsync();
        Assert.Equal(classic, delivery.Headers.ContainsKey("X-Shopify-Hmac-Sha256"));
        Assert.Equal(current, delivery.Headers.ContainsKey("shopify-hmac-sha256"));
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShopFixture.Secret), delivery.Body));
        foreach (var prefix in new[] { classic ? "X-Shopify-" : null, current ? "shopify-" : null }.OfType<string>())
        {
            Assert.Equal(expected, delivery.Headers[prefix + "Hmac-Sha256"]);
            Assert.Equal("products/update", delivery.Headers[prefix + "Topic"]);
            Assert.Equal(ShopFixture.Domain, delivery.Headers[prefix + "Shop-Domain"]);
            Assert.True(Guid.TryParse(delivery.Headers[prefix + "Webhook-Id"], out _));
        }
    }

    [Fact]
    public async Task The_apps_own_subscription_survives_eight_failures_and_is_not_listed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, static _ => { }, "products/update");
        Assert.Empty((await f.AdminDataAsync("{ webhookSubscriptions(first: 5) { nodes { id } } }"))["webhookSubscriptions"]!["nodes"]!.AsArray());
        receiver.AnswerWith(500);
        Touch(f);
        var id = (await receiver.NextAsync()).Headers["X-Shopify-Webhook-Id"];
        for (var attempt = 2; attempt <= 9; attempt++)
        {
            await f.Emulator.Journal.WaitForAsync<WebhookEntry>(w => w.Attempt == attempt - 1, TestContext.Current.CancellationToken);
            var next = receiver.NextAsync();
            while (!next.IsCompleted)
            {
                f.Time.Advance(TimeSpan.FromMinutes(10));
                await Task.WhenAny(next, Task.Delay(50, TestContext.Current.CancellationToken));
            }

            Assert.Equal(id, (await next).Headers["X-Shopify-Webhook-Id"]);
        }

        receiver.AnswerWith(200);
        Touch(f);
        Assert.NotEqual(id, (await receiver.NextAsync()).Headers["X-Shopify-Webhook-Id"]);
    }

    [Fact]
    public async Task Compliance_topics_come_to_the_apps_address_and_shop_redact_48_hours_after_uninstall()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, static _ => { }, "app/uninstalled", "customers/data_request", "customers/redact", "shop/redact");
        var customer = f.Shop.AddCustomer(new() { FirstName = "Ida", Phone = Scenario.Phone });
        f.Shop.RequestCustomerData(customer.Id);
        var asked = await receiver.NextAsync();
        Assert.Equal("customers/data_request", asked.Headers["X-Shopify-Topic"]);
        Assert.Equal(Scenario.Phone, (string?)JsonNode.Parse(asked.Body)!["customer"]!["phone"]);
        f.Shop.RequestCustomerRedaction(customer.Id);
        f.Shop.Uninstall();
        Assert.Equal("app/uninstalled", (await receiver.NextAsync()).Headers["X-Shopify-Topic"]);
        Assert.Equal(401, (int)(await f.PostAdminAsync("{ shop { id } }")).StatusCode);
        f.Shop.IssueAccessToken("read_products");
        var next = receiver.NextAsync();
        await AdvanceAsync(f, next, TimeSpan.FromHours(12));
        var redact = await next;
        Assert.Equal("shop/redact", redact.Headers["X-Shopify-Topic"]);
        Assert.Equal(ShopFixture.Domain, (string?)JsonNode.Parse(redact.Body)!["shop_domain"]);
        Assert.InRange(f.Shop.Now() - ShopFixture.Start, TimeSpan.FromHours(48), TimeSpan.FromDays(9));
        next = receiver.NextAsync();
        await AdvanceAsync(f, next, TimeSpan.FromHours(12));
        Assert.Equal("customers/redact", (await next).Headers["X-Shopify-Topic"]);
    }

    [Fact]
    public async Task Deliveries_can_be_doubled_lost_late_and_out_of_order()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, static _ => { }, "products/update");
        f.Emulator.Webhooks.Duplicate();
        Touch(f);
        Assert.Equal((await receiver.NextAsync()).Headers["X-Shopify-Webhook-Id"], (await receiver.NextAsync()).Headers["X-Shopify-Webhook-Id"]);
        f.Emulator.Webhooks.Lose("products/update");
        Touch(f, "lost");
        f.Emulator.Webhooks.Hold();
        Touch(f, "first");
        Touch(f, "second");
        Assert.Equal(2, f.Emulator.Webhooks.HeldCount);
        f.Emulator.Webhooks.Release(reversed: true);
        Assert.Equal(["second", "first"], [Title(await receiver.NextAsync()), Title(await receiver.NextAsync())]);
        f.Emulator.Webhooks.Delay(TimeSpan.FromHours(1));
        Touch(f, "late");
        Touch(f, "prompt");
        Assert.Equal("prompt", Title(await receiver.NextAsync()));
        var late = receiver.NextAsync();
        await AdvanceAsync(f, late, TimeSpan.FromMinutes(20));
        Assert.Equal("late", Title(await late));
    }

    [Fact]
    public async Task Stock_that_ends_and_returns_is_told_in_three_topics()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, static _ => { }, "inventory_levels/update", "variants/out_of_stock", "variants/in_stock");
        foreach (var (stock, topic) in new[] { (0, "variants/out_of_stock"), (5, "variants/in_stock") })
        {
            f.Shop.UpdateProduct("halo-mirror", p => p with { Variants = [p.Variants[0] with { Stock = stock }, .. p.Variants.Skip(1)] });
            var told = new[] { await receiver.NextAsync(), await receiver.NextAsync() }.ToDictionary(static d => d.Headers["X-Shopify-Topic"], static d => JsonNode.Parse(d.Body)!);
            Assert.Equal(stock, (int)told["inventory_levels/update"]["available"]!);
            Assert.Equal(f.Product("halo-mirror").Variants[0].Id, (long)told[topic]["id"]!);
        }
    }

    [Fact]
    public async Task Without_approval_payloads_and_answers_hide_protected_data()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var f = await StartAsync(receiver, static _ => { }, "orders/create");
        var s = new Scenario(f);
        f.Shop.ProtectedDataLevel = 1;
        await s.BuyAsync();
        var body = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Null(body["phone"]);
        Assert.Null(body["shipping_address"]!["address1"]);
        Assert.Equal("Hamburg", (string?)body["shipping_address"]!["city"]);
        var answer = await f.AdminAsync(DocumentFile.Of("OrderContact").Text.Replace("statusPageUrl", "", StringComparison.Ordinal), new { id = s.OrderId });
        Assert.Null(answer["data"]!["order"]!["phone"]);
        Assert.All(answer["errors"]!.AsArray(), static e => Assert.Equal("ACCESS_DENIED", (string?)e!["extensions"]!["code"]));
        Assert.Null((await f.AdminAsync(DocumentFile.Of("OrderDetail").Text, new { id = s.OrderId }))["errors"]);
        f.Shop.ProtectedDataLevel = 0;
        Assert.Null((await f.AdminAsync(DocumentFile.Of("OrderDetail").Text, new { id = s.OrderId }))["data"]!["order"]);
    }

    private static Task<ShopFixture> StartAsync(WebhookReceiver receiver, Action<ShopifyEmulatorOptions> configure, params string[] topics) => ShopFixture.StartAsync(o =>
    {
        o.AppWebhooks = [new AppWebhook(topics, receiver.Url)];
        // These tests move the clock by days while a delivery may be on its way.
        o.WebhookTimeout = TimeSpan.FromDays(40);
        configure(o);
    });

    private static void Touch(ShopFixture f, string title = "Halo") => f.Shop.UpdateProduct("halo-mirror", p => p with { Title = title });

    private static string? Title(WebhookReceiver.Delivery delivery) => (string?)JsonNode.Parse(delivery.Body)!["title"];

    private static async Task AdvanceAsync(ShopFixture f, Task until, TimeSpan step)
    {
        for (var i = 0; i < 200 && !until.IsCompleted; i++)
        {
            f.Time.Advance(step);
            await Task.WhenAny(until, Task.Delay(50, TestContext.Current.CancellationToken));
        }
    }
}
