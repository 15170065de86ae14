using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Telemetry;

/// <summary>What a host tells of itself, on its metrics page and by OTLP, names no person and no secret, whatever goes right or wrong.</summary>
public sealed class TelemetrySecrecyTests
{
    private const string PhoneNumber = "4915771234567";
    private const string Words = "canary words about slippers";
    private const string Complaint = "Canary complaint of the platform";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Buyer = new()
    {
        ["email"] = "canarina@feathers.example", ["phone"] = "+" + PhoneNumber, ["first_name"] = "Canarina", ["last_name"] = "Featherstone",
        ["address"] = "Canary Row 77", ["zip"] = "10115", ["city"] = "Canaryville", ["country"] = "DE",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_purchase_and_everything_that_may_go_wrong_leave_no_canary_in_traces_and_metrics()
    {
        await using var host = await WatchedHost.StartAsync(Token);
        var person = host.WhatsApp.AddPhone("Canarina Featherstone", waId: PhoneNumber, userId: "DE.48213377190552");

        try
        {
            await Purchase.MakeAsync(person, host.Number, Buyer, Token);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{string.Join('\n', person.Chat(host.Number).Select(static message => message.Text))}\n{host.Output}", e);
        }

        await person.SaysAsync(host.Number, Words, Token);
        await TroubleWithGraphAsync(host, person);
        await TroubleWithShopifyAsync(host, person);
        await BrokenRequestsAsync(host);
        var page = await host.ReadMetricsAsync(WatchedHost.MetricsKey, Token);
        await ToldAllAsync(host.Receiver);

        var told = new Dictionary<string, string> { ["traces"] = host.Receiver.Traces, ["metrics"] = host.Receiver.Metrics, ["/metrics"] = page.Text };
        AssertWasToldOf(told["traces"], "shopbot.inbox.append", "shopbot.turn", "shopbot.turn.commit", "shopbot.outbox.send", "shopbot.outbox.close", "ProductsPage", "whatsapp.phone_number_id", "error.type");
        AssertWasToldOf(told["metrics"], "shopbot.inbox.events", "shopbot.turn.duration", "messaging.process.duration", "whatsapp.webhook.requests", "shopify.client.operation.duration", "http.server.request.duration");
        AssertWasToldOf(told["/metrics"], "shopbot_inbox_events", "shopbot_outbox_sends", "http_server_request_duration");
        var canaries = Canaries().ToList();
        Assert.All(told, part => Assert.All(canaries, canary => Assert.True(canary.FindIn(part.Value) is null, $"{canary} stands in {part.Key} as {canary.FindIn(part.Value)}: {Around(part.Value, canary)}")));
    }

    [Fact]
    public async Task The_metrics_page_is_for_bearers_of_the_key_alone()
    {
        await using var host = await WatchedHost.StartAsync(Token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.ReadMetricsAsync(null, Token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.ReadMetricsAsync(WatchedHost.MetricsKey + "1", Token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.ReadMetricsAsync(WatchedHost.MetricsKey, Token)).Status);
    }

    [Fact]
    public void A_canary_is_found_in_every_disguise()
    {
        var canary = new Canary("+" + PhoneNumber);

        Assert.All(
            new[]
            {
                $"to {PhoneNumber}.", $"%2B{PhoneNumber}", Convert.ToBase64String(Encoding.UTF8.GetBytes(PhoneNumber)), Convert.ToBase64String(Encoding.UTF8.GetBytes($"x{PhoneNumber}yz")),
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"id:+{PhoneNumber}:")), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(PhoneNumber)),
            },
            told => Assert.NotNull(canary.FindIn(told)));
        Assert.NotNull(new Canary(Words).FindIn("q=" + WebUtility.UrlEncode(Words)));
        Assert.Null(canary.FindIn("4915771234568"));
    }

    /// <summary>Refused, broken off, and refused with a complaint that quotes the customer.</summary>
    private static async Task TroubleWithGraphAsync(WatchedHost host, EmulatedPhone person)
    {
        host.WhatsApp.Faults.OnSend(to: person).RefuseBeforeAccepting(500);
        await AskAsync(host, person, "cart", "Your cart is empty");
        host.WhatsApp.Faults.OnSend(to: person).AcceptThenDropConnection();
        await AskAsync(host, person, "cart", "Your cart is empty");
        host.WhatsApp.Faults.OnSend(to: person).Answer(
            400, $$$"""{"error":{"message":"{{{Complaint}}} {{{PhoneNumber}}}","type":"OAuthException","code":100,"error_data":{"messaging_product":"whatsapp","details":"{{{Words}}}"},"fbtrace_id":"A1"}}""");
        await person.SaysAsync(host.Number, "cart", Token);
        await AskAsync(host, person, "hi", WatchedHost.Account.WelcomeMessage);
    }

    /// <summary>Errors that quote what was asked, and a page instead of an answer.</summary>
    private static async Task TroubleWithShopifyAsync(WatchedHost host, EmulatedPhone person)
    {
        foreach (var trouble in new[]
        {
            (200, $$$"""{"errors":[{"message":"{{{Complaint}}} {{{PhoneNumber}}} {{{Words}}}","extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"r1"}}]}"""),
            (500, $$$"""{"errors":"{{{Complaint}}} {{{Words}}} {{{Buyer["email"]}}}"}"""),
            (400, $$$"""{"errors":"{{{Complaint}}} {{{PhoneNumber}}}"}"""),
        })
        {
            var asked = 0;
            host.Shop.Instead = (request, _) =>
            {
                if (!request.Path.Value!.Contains("graphql", StringComparison.Ordinal))
                    return null;
                Interlocked.Increment(ref asked);
                return trouble;
            };
            // What no cache knows.
            await person.SaysAsync(host.Number, $"{Words} {Guid.NewGuid():N}", Token);
            await AskAsync(host, person, "hi", WatchedHost.Account.WelcomeMessage);
            await AskAsync(host, person, "sale", null);
            host.Shop.Instead = null;
        }
    }

    /// <summary>What strangers and broken programs send.</summary>
    private static async Task BrokenRequestsAsync(WatchedHost host)
    {
        using var poster = new WebhookPoster(host.Url);
        var account = WatchedHost.Account;
        Assert.NotEqual(HttpStatusCode.OK, await poster.PostSignedAsync(account.AppSecret, Encoding.UTF8.GetBytes($"{{{Words} {PhoneNumber}"), Token));
        Assert.NotEqual(HttpStatusCode.OK, await poster.PostAsync(MetaWebhook.Of(MetaWebhook.Entry(account.WabaId, account.PhoneNumberId, MetaWebhook.Text(PhoneNumber, Words))), "sha256=canarysignature", Token));
        Assert.NotEqual(HttpStatusCode.OK, (await poster.VerifyAsync("canaryverify-of-a-stranger", "1", Token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await poster.VerifyAsync(account.VerifyToken, "1", Token)).Status);
        await poster.PostSignedAsync(
            account.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(account.WabaId, account.PhoneNumberId, JsonNode.Parse($$$"""{"from":"{{{PhoneNumber}}}","id":5,"type":"text","text":"{{{Words}}}"}""")!.AsObject())), Token);
        using var client = Http.NewClient();
        foreach (var path in new[]
        {
            $"shopify/callback?code=canarycode&hmac=canaryhmac&shop={account.Domain}&state=canarystate&timestamp=1", "shopify/setup?token=canaryquery", $"shopify/admin/conversations/{PhoneNumber}?q=canaryquery",
        })
        {
            using var answer = await client.GetAsync(new Uri(host.Url, path), Token);
        }

        using var order = new StringContent($$"""{"id":1,"email":"{{Buyer["email"]}}","phone":"+{{PhoneNumber}}"}""", Encoding.UTF8, "application/json");
        order.Headers.Add("X-Shopify-Topic", "orders/create");
        order.Headers.Add("X-Shopify-Hmac-Sha256", "canaryhmac");
        order.Headers.Add("X-Shopify-Shop-Domain", account.Domain);
        using var refused = await client.PostAsync(new Uri(host.Url, "shopify/webhooks"), order, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static async Task AskAsync(WatchedHost host, EmulatedPhone person, string text, string? answer)
    {
        var before = person.Chat(host.Number).Count(static message => message.IsFromBusiness);
        await person.SaysAsync(host.Number, text, Token);
        await Eventually.HoldsAsync(
            $"“{text}” is answered",
            () => person.Chat(host.Number).Where(static message => message.IsFromBusiness).Skip(before).Any(message => answer is null || message.Text?.Contains(answer, StringComparison.Ordinal) == true),
            Patience,
            Token);
    }

    // Traces leave every 200 ms, metrics every 400.
    private static Task ToldAllAsync(OtlpReceiver receiver)
    {
        var before = receiver.MetricsReceived;
        return Eventually.HoldsAsync("the host tells its metrics three times more", () => receiver.MetricsReceived >= before + 3, Patience, Token);
    }

    private static void AssertWasToldOf(string told, params string[] names) => Assert.All(names, name => Assert.Contains(name, told, StringComparison.Ordinal));

    private static string Around(string told, Canary canary)
    {
        var at = canary.FindIn(told) is { } form ? told.IndexOf(form, StringComparison.OrdinalIgnoreCase) : 0;
        return told[Math.Max(0, at - 120)..Math.Min(told.Length, at + 80)];
    }

    private static IEnumerable<Canary> Canaries()
    {
        var account = WatchedHost.Account;
        var texts = new List<string>
        {
            PhoneNumber, PhoneNumber[2..], "Canarina", "Featherstone", "DE.48213377190552", "48213377190552", Words, "slippers", Complaint, account.AccessToken, account.AppSecret, account.VerifyToken, account.WelcomeMessage,
            WatchedHost.ApiSecret, WatchedHost.MetricsKey, "shpat_", "shprt_", "canarycode", "canaryhmac", "canarystate", "canaryquery", "canarysignature",
        };
        texts.AddRange(Buyer.Where(static field => field.Key is not ("zip" or "country")).Select(static field => field.Value));
        return texts.Select(static text => new Canary(text));
    }
}
