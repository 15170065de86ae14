using Shopify.Emulator.Faults;

namespace Shopify.Emulator.Tests.Faults;

/// <summary>Scripted faults.</summary>
public sealed class FaultTests
{
    private const string Query = "{ shop { name } }";

    public static TheoryData<Fault, int, string> Answers => new()
    {
        { Fault.Unauthorized, 401, "[API] Invalid API key" },
        { Fault.PaymentRequired, 402, "Unavailable Shop" },
        { Fault.Forbidden, 403, "merchant approval" },
        { Fault.NonExpiringToken, 403, "Non-expiring access tokens" },
        { Fault.Locked, 423, "locked" },
        { Fault.SecurityRejection, 430, "Shopify Security Rejection" },
        { Fault.InternalServerError, 500, "<!DOCTYPE html>" },
        { Fault.BadGateway, 502, "<!DOCTYPE html>" },
        { Fault.ServiceUnavailable, 503, "<!DOCTYPE html>" },
        { Fault.MalformedJson, 200, "{\"data\":{\"shop\":{\"name\":\"Lum" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_fault_replaces_the_next_answer_once(Fault fault, int status, string text)
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.Faults.OnAdmin(fault);
        using var response = await f.PostAdminAsync(Query);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null((await f.AdminAsync(Query))["errors"]);
    }

    [Fact]
    public async Task Too_many_requests_tells_the_wait_in_seconds()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.Faults.OnStorefront(Fault.TooManyRequests(TimeSpan.FromSeconds(2)));
        using var response = await f.PostStorefrontAsync(Query);
        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal("2.0", response.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_fault_hits_the_call_it_was_planned_for_in_the_shop_it_was_planned_for()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.Faults.OnAdmin(Fault.Throttled, call: 3, shop: ShopFixture.Domain);
        f.Emulator.Faults.OnAdmin(Fault.Throttled, shop: "other-shop.myshopify.com");
        List<bool> throttled = [];
        for (var i = 0; i < 4; i++) throttled.Add((await f.AdminAsync(Query))["errors"] is not null);
        Assert.Equal([false, false, true, false], throttled);
    }

    [Fact]
    public async Task A_denied_field_leaves_partial_data()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.Faults.OnAdmin(Fault.FieldDenied("Product.onlineStoreUrl"));
        var answer = await f.AdminAsync("""{ productByIdentifier(identifier: { handle: "halo-mirror" }) { title onlineStoreUrl } }""");
        Assert.Equal("Halo Mirror", (string?)answer["data"]!["productByIdentifier"]!["title"]);
        Assert.Equal("ACCESS_DENIED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task A_hanging_call_does_nothing_and_a_time_out_after_commit_did_it()
    {
        await using var f = await ShopFixture.StartAsync();
        foreach (var (fault, made) in new[] { (Fault.Hang, 0), (Fault.TimeoutAfterCommit, 1) })
        {
            f.Emulator.Faults.OnAdmin(fault);
            var polls = 0;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{f.Shop.Url}/admin/api/2026-10/graphql.json")
            {
                Content = new StringContent("""{"query":"mutation { webhookSubscriptionCreate(topic: APP_UNINSTALLED, webhookSubscription: { uri: \"https://hooks.example.com/\" }) { userErrors { message } } }"}""", System.Text.Encoding.UTF8, "application/json"),
                Headers = { { "X-Shopify-Access-Token", f.Token } },
            };
            await ShopFixture.GiveUpAsync(token => f.Http.SendAsync(request, token), () => made == 0 ? ++polls > 5 : f.Shop.WebhookSubscriptions.Count == made);
            Assert.Equal(made, f.Shop.WebhookSubscriptions.Count);
        }
    }

    [Fact]
    public void A_call_before_the_first_cannot_be_planned() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaultScript().OnAdmin(Fault.Hang, call: 0));

    [Fact]
    public async Task The_journal_tells_what_was_asked_without_secrets()
    {
        await using var f = await ShopFixture.StartAsync();
        await f.AdminAsync("query Names { shop { name } }");
        var entry = await f.Emulator.Journal.WaitForAsync<Journal.RequestEntry>(e => e.Operation == "Names", TestContext.Current.CancellationToken);
        Assert.Equal(("POST", "/admin/api/2026-10/graphql.json", 200), (entry.Method, entry.Path, entry.StatusCode));
        Assert.DoesNotContain(f.Token, string.Join('\n', f.Emulator.Journal.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_body_stands_still_until_the_clock_moves_on()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Emulator.Faults.OnAdmin(Fault.SlowBody(TimeSpan.FromSeconds(30)));
        var reading = f.AdminAsync("{ shop { name } }");
        await Task.WhenAny(reading, Task.Delay(300, TestContext.Current.CancellationToken));
        Assert.False(reading.IsCompleted);
        for (var i = 0; i < 100 && !reading.IsCompleted; i++)
        {
            f.Time.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(reading, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        Assert.Equal("Lumen & Oak", (string?)(await reading)["data"]!["shop"]!["name"]);
    }
}
