using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Mutations;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Attacks;

/// <summary>
/// Whatever comes is answered with a refusal or taken, never with a fault of the server, and everybody else is served afterwards. Seeds go on where the last one ended;
/// <c>SHOPBOT_LONG=1</c> tries more, <c>SHOPBOT_SEED</c> begins elsewhere.
/// </summary>
[Collection(TwoStores.Name)]
public sealed class MutatedRequestTests(TwoStoresHost host) : IDisposable
{
    private static readonly int Tries = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1" ? 20_000 : 300;
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("SHOPBOT_SEED") ?? "1", CultureInfo.InvariantCulture);
    private readonly HttpClient _client = Http.NewClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<int> Seeds => Enumerable.Range(FirstSeed, Tries);

    [Fact]
    public async Task Damaged_webhooks_of_WhatsApp_that_are_signed_all_the_same()
    {
        var valid = ValidWebhooks();
        foreach (var seed in Seeds)
        {
            var body = new Mutator(seed).Json(valid[seed % valid.Count]);
            AssertNoFault(seed, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));
        }

        await AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_signatures_are_refused()
    {
        var body = MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(host.NewPerson(), "hi")));
        var signature = WebhookPoster.Sign(host.A.AppSecret, body);
        foreach (var seed in Seeds)
        {
            var damaged = new Mutator(seed).Text(signature);
            if (damaged.Equals(signature, StringComparison.OrdinalIgnoreCase))
                continue;
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Process.Url, "whatsapp/webhook")) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            // What no header can carry never reaches the host.
            if (damaged.Any(unit => unit is < ' ' or > '~') || !request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", damaged))
                continue;
            using var answer = await _client.SendAsync(request, Token);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"Seed {seed}: {(int)answer.StatusCode}");
        }

        await AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_webhooks_of_Shopify_that_are_signed_all_the_same()
    {
        var valid = """{"id":9,"admin_graphql_api_id":"gid://shopify/Order/9","name":"#1001","financial_status":"paid","line_items":[{"id":1,"variant_id":2,"quantity":1}],"note_attributes":[{"name":"shopbot","value":"x"}],"customer":{"id":3,"phone":"+4915100000"}}"""u8.ToArray();
        string[] topics = ["orders/paid", "orders/create", "products/update", "app/uninstalled", "customers/redact", "shop/redact", "fulfillments/create", "nonsense"];
        foreach (var seed in Seeds)
        {
            var mutator = new Mutator(seed);
            var body = mutator.Json(valid);
            var topic = topics[seed % topics.Length];
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Process.Url, "shopify/webhooks")) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation("X-Shopify-Topic", topic);
            // Nothing that would end the stores of the other tests.
            request.Headers.TryAddWithoutValidation("X-Shopify-Shop-Domain", seed % 3 == 0 ? Printable(mutator.Text("nobodys-hats.myshopify.com")) : "nobodys-hats.myshopify.com");
            request.Headers.TryAddWithoutValidation("X-Shopify-Webhook-Id", Guid.NewGuid().ToString());
            request.Headers.TryAddWithoutValidation("X-Shopify-Triggered-At", seed % 2 == 0 ? "2026-11-28T00:00:00Z" : Printable(mutator.Text("2026-11-28T00:00:00Z")));
            request.Headers.TryAddWithoutValidation("X-Shopify-Hmac-Sha256", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TwoStoresHost.ApiSecret), body)));
            using var answer = await _client.SendAsync(request, Token);
            AssertNoFault(seed, answer.StatusCode);
        }

        await AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_callbacks_of_Shopify_bring_no_token()
    {
        var asked = host.Shopify.TokenRequests;
        var valid = host.Shopify.CallbackQuery("victim-shop.myshopify.com", "never-given-out", "read_products").Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))).ToList();
        foreach (var seed in Seeds)
        {
            var query = string.Join('&', new Mutator(seed).Fields(valid).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            using var answer = await _client.GetAsync(new Uri(host.Process.Url, $"shopify/callback?{query}"), Token);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"Seed {seed}: {(int)answer.StatusCode}");
        }

        Assert.Equal(asked, host.Shopify.TokenRequests);
        await AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_forms_change_no_store_of_somebody_else()
    {
        using var owner = new StoreOwner(host.Process.Url, TwoStoresHost.Account("elder-hats", "840000000004", "940000000004"));
        await owner.InstallAsync(Token);
        foreach (var seed in Seeds.Take(Math.Min(Tries, 1_000) / 4))
        {
            var page = await owner.ConfigureAsync(new Mutator(seed).Fields(host.A.ToForm()).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.First().Value), Token);
            AssertNoFault(seed, page.Status);
        }

        await AssertServesAsync();
    }

    public void Dispose() => _client.Dispose();

    private List<byte[]> ValidWebhooks()
    {
        var person = host.NewPerson();
        return
        [
            MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hi"))),
            MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Tap(person, "button_reply", "x", "Browse"))),
            MetaWebhook.Of(MetaWebhook.StatusEntry(host.A.WabaId, host.A.PhoneNumberId, "wamid.unknown", "delivered", person)),
            MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "a"), MetaWebhook.Text(person, "b"))),
        ];
    }

    /// <summary>Both stores answer people who come now.</summary>
    private async Task AssertServesAsync()
    {
        foreach (var store in new[] { host.A, host.B })
        {
            var person = host.NewPerson();
            Assert.Equal(HttpStatusCode.OK, await host.SayAsync(store, person, "hi", Token));
            var reply = (await host.Graph.WaitForAsync(person, 1, Token))[0];
            Assert.Contains(store.WelcomeMessage, reply.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Unhandled exception", host.Process.Output.Text, StringComparison.OrdinalIgnoreCase);
    }

    private void AssertNoFault(int seed, HttpStatusCode status)
    {
        var output = host.Process.Output.Text;
        Assert.True((int)status < 500, $"Seed {seed}: {(int)status}\n{output[Math.Max(0, output.Length - 3_000)..]}");
    }

    private static string Printable(string text) => string.Concat(text.Where(unit => unit is >= ' ' and <= '~'));
}
