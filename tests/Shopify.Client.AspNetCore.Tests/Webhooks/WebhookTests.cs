using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.AspNetCore.Tests.Support;
using Shopify.Client.Webhooks;

namespace Shopify.Client.AspNetCore.Tests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "shpss_test_secret";
    private const string Body = """{"id":820982911946154508,"title":"Café ☕"}""";
    private readonly Inbox _inbox = new();
    private WebApplication? _app;
    private HttpClient? _client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = Loopback.Builder();
        builder.Services.AddSingleton(_inbox);
        builder.Services.AddShopifyApp(static options => (options.ApiKey, options.ApiSecret, options.OldApiSecret) = ("id", Secret, "shpss_old"));
        builder.Services.AddShopifyWebhooks<Handler>();
        _app = builder.Build();
        _app.MapShopifyWebhooks("/shopify/webhooks");
        _client = new HttpClient { BaseAddress = await _app.StartedAsync() };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [Fact]
    public async Task Signed_delivery_reaches_the_handler_with_its_exact_bytes()
    {
        using var response = await PostAsync(Body, ("X-Shopify-Webhook-Id", "w1"), ("X-Shopify-Event-Id", "e1"),
            ("X-Shopify-Triggered-At", "2026-11-22T12:00:00Z"), ("X-Shopify-API-Version", "2026-10"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Token));
        var webhook = Assert.Single(_inbox.Received);
        Assert.Equal(Body, Encoding.UTF8.GetString(webhook.Body.Span));
        Assert.Equal(("orders/paid", "demo-shop.myshopify.com", "w1", "e1", "2026-10"),
            (webhook.Topic, webhook.ShopDomain.Value, webhook.WebhookId, webhook.EventId, webhook.ApiVersion));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), webhook.TriggeredAt);
        Assert.Equal("orders/paid from demo-shop.myshopify.com", webhook.ToString());
    }

    [Theory]
    [InlineData("customers/redact")]
    [InlineData("something/new")]
    public async Task Every_topic_is_accepted(string topic)
    {
        using var response = await PostAsync(Body, ("X-Shopify-Topic", topic));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(topic, Assert.Single(_inbox.Received).Topic);
    }

    [Fact]
    public async Task New_header_family_is_accepted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/shopify/webhooks") { Content = Json(Body) };
        request.Headers.Add("shopify-topic", "orders/create");
        request.Headers.Add("shopify-shop-domain", "demo-shop.myshopify.com");
        request.Headers.Add("shopify-hmac-sha256", Sign(Body, Secret));

        using var response = await _client!.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("orders/create", Assert.Single(_inbox.Received).Topic);
    }

    [Fact]
    public async Task Secret_before_the_rotation_is_accepted()
    {
        using var response = await PostAsync(Body, ("X-Shopify-Hmac-Sha256", Sign(Body, "shpss_old")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64")]
    public async Task Bad_or_missing_signature_answers_exactly_401_as_app_review_demands(string hmac)
    {
        using var response = await PostAsync(Body, ("X-Shopify-Hmac-Sha256", hmac));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_inbox.Received);
    }

    [Fact]
    public async Task Signature_of_another_body_answers_401()
    {
        using var response = await PostAsync(Body, ("X-Shopify-Hmac-Sha256", Sign(Body + " ", Secret)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Shopify-Topic", "")]
    [InlineData("X-Shopify-Shop-Domain", "")]
    [InlineData("X-Shopify-Shop-Domain", "evil.example")]
    public async Task Signed_delivery_without_topic_or_shop_answers_400(string header, string value)
    {
        using var response = await PostAsync(Body, (header, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_inbox.Received);
    }

    [Fact]
    public async Task Empty_body_answers_400()
    {
        using var response = await PostAsync(string.Empty);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Body_of_exactly_four_megabytes_is_accepted()
    {
        using var response = await PostAsync(new string('x', 4 * 1024 * 1024));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4 * 1024 * 1024, Assert.Single(_inbox.Received).Body.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_four_megabytes_answers_413_whether_or_not_its_length_is_told(bool chunked)
    {
        var body = new string('x', (4 * 1024 * 1024) + 1);
        using var request = Request(body);
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await _client!.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_inbox.Received);
    }

    [Fact]
    public async Task Failing_handler_answers_503_so_that_Shopify_sends_it_again()
    {
        _inbox.Failure = new InvalidOperationException("database gone");

        using var response = await PostAsync(Body);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Forgotten_registration_is_named()
    {
        await using var app = Loopback.Builder().Build();

        var webhooks = Assert.Throws<InvalidOperationException>(() => app.MapShopifyWebhooks("/w"));
        var install = Assert.Throws<InvalidOperationException>(() => app.MapShopifyInstall("/i", "/c"));

        Assert.Contains("AddShopifyWebhooks", webhooks.Message, StringComparison.Ordinal);
        Assert.Contains("AddShopifyInstall", install.Message, StringComparison.Ordinal);
    }

    private static string Sign(string body, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static ByteArrayContent Json(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private static HttpRequestMessage Request(string body, params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["X-Shopify-Topic"] = "orders/paid",
            ["X-Shopify-Shop-Domain"] = "demo-shop.myshopify.com",
            ["X-Shopify-Hmac-Sha256"] = Sign(body, Secret),
        };
        foreach (var (name, value) in headers)
            all[name] = value;
        var request = new HttpRequestMessage(HttpMethod.Post, "/shopify/webhooks") { Content = Json(body) };
        foreach (var (name, value) in all.Where(static header => header.Value.Length > 0))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private async Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = Request(body, headers);
        return await _client!.SendAsync(request, Token);
    }

    private sealed class Inbox
    {
        public ConcurrentQueue<ShopifyWebhook> Received { get; } = new();

        public Exception? Failure { get; set; }
    }

    private sealed class Handler(Inbox inbox) : IShopifyWebhookHandler
    {
        public ValueTask HandleAsync(ShopifyWebhook webhook, CancellationToken cancellationToken)
        {
            if (inbox.Failure is { } failure)
                throw failure;
            inbox.Received.Enqueue(webhook);
            return ValueTask.CompletedTask;
        }
    }
}
