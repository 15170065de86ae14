using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore.Tests.Embedded;

public sealed class EmbeddedTests : IAsyncDisposable
{
    private const string ClientId = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private const string Secret = "shpss_test_secret";
    private const string RetryHeader = "X-Shopify-Retry-Invalid-Session-Request";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1763800030));
    private readonly List<string> _exchanges = [];
    private readonly WebApplication _shopify;
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private string _answer = """{"access_token":"shpat_1","scope":"read_products","expires_in":3600,"refresh_token":"shprt_1","refresh_token_expires_in":7776000}""";
    private int _status = 200;

    public EmbeddedTests()
    {
        _shopify = Start(new ServiceCollection(), app => app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            _exchanges.Add(await body.ReadToEndAsync());
            context.Response.StatusCode = _status;
            await context.Response.WriteAsync(_answer);
        }));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddShopifyClient(options => options.BaseUrl = _shopify.Urls.Single());
        services.AddShopifyApp(options =>
        {
            options.ApiKey = ClientId;
            options.ApiSecret = Secret;
            options.Scopes = ["read_products"];
        });
        services.AddShopifyTokens();
        services.AddShopifyEmbedded();
        _app = Start(services, app =>
        {
            var group = app.MapGroup("/app").RequireShopifySession();
            group.MapGet("/who", (HttpContext context) => $"{context.GetShopifySession().Shop.Value} {context.GetShopifySession().UserId}");
            group.MapPost("/save", () => "saved");
            app.MapGet("/kept", (HttpContext context) => context.FindShopifySession()?.Shop.Value ?? "by cookie").RequireShopifySession(context => context.Request.Headers.Cookie == "owner=me");
            app.MapGet("/open", (HttpContext context) => context.GetShopifySession().Shop.Value);
        });
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _shopify.DisposeAsync();
    }

    [Fact]
    public async Task Call_with_a_session_token_is_let_through_and_knows_shop_and_user()
    {
        using var answer = await SendAsync("/app/who?shop=evil.myshopify.com", Token());

        Assert.Equal("demo-shop.myshopify.com 42", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("frame-ancestors https://demo-shop.myshopify.com https://admin.shopify.com;", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Page_brings_its_token_in_the_address()
    {
        using var answer = await SendAsync($"/app/who?id_token={Token()}", bearer: null, accept: "text/html");

        Assert.Equal("demo-shop.myshopify.com 42", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/app/who", "GET")]
    [InlineData("/app/save", "POST")]
    public async Task Call_without_a_good_token_is_told_to_fetch_another(string path, string method)
    {
        foreach (var bearer in new[] { null, "", "a.b.c", Token(secret: "another"), Token(audience: "another"), Token(from: 1763700000), Token(from: 1763900000) })
        {
            using var answer = await SendAsync(path, bearer, method);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("1", Assert.Single(answer.Headers.GetValues(RetryHeader)));
            Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Empty(_exchanges);
    }

    [Theory]
    [InlineData("owner=me", null, 200, "by cookie")]
    [InlineData("owner=me", "right", 200, "demo-shop.myshopify.com")]
    [InlineData("owner=me", "forged", 401, "")]
    [InlineData("owner=other", null, 401, "")]
    [InlineData(null, "right", 200, "demo-shop.myshopify.com")]
    [InlineData(null, null, 401, "")]
    public async Task Session_of_the_app_itself_stands_in_where_no_token_is_brought(string? cookie, string? token, int status, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/kept");
        if (cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token == "right" ? Token() : Token(secret: "forged"));

        using var answer = await _client.SendAsync(request, Cancel);

        Assert.Equal((status, expected), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task Page_without_a_token_goes_through_app_bridge_once()
    {
        using var first = await SendAsync("/app/who", bearer: null, accept: "text/html,application/xhtml+xml");
        var page = await first.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("https://cdn.shopify.com/shopifycloud/app-bridge.js", page, StringComparison.Ordinal);
        Assert.Contains($"content=\"{ClientId}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://*.myshopify.com https://admin.shopify.com;", Assert.Single(first.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        using var again = await SendAsync("/app/who?id_token=wrong&id_token_asked=1", bearer: null, accept: "text/html");
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        using var post = await SendAsync("/app/save", bearer: null, "POST", accept: "text/html");
        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
    }

    [Fact]
    public async Task Shop_without_tokens_is_connected_by_its_first_request_only()
    {
        var session = Token();
        for (var i = 0; i < 3; i++)
            (await SendAsync("/app/who", session)).Dispose();

        using var exchange = JsonDocument.Parse(Assert.Single(_exchanges));
        Assert.Equal(session, exchange.RootElement.GetProperty("subject_token").GetString());
        Assert.Equal("shpat_1", (await _app.Services.GetRequiredService<ShopifyTokens>().GetAsync(ShopDomain.Parse("demo-shop"), Cancel)).AccessToken);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_subject_token"}""", 401)]
    [InlineData(500, "", 502)]
    [InlineData(200, """{"access_token":"shpat_1","scope":"read_orders","expires_in":3600,"refresh_token":"shprt_1"}""", 403)]
    public async Task Shop_that_cannot_be_connected_sees_why_and_stays_unconnected(int status, string body, int expected)
    {
        (_status, _answer) = (status, body);

        using var answer = await SendAsync("/app/who", Token());

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 401, answer.Headers.Contains(RetryHeader));
        Assert.NotEqual(ShopifyTokenState.Active, await _app.Services.GetRequiredService<ShopifyTokens>().GetStateAsync(ShopDomain.Parse("demo-shop"), Cancel));
    }

    [Fact]
    public async Task Session_where_none_is_required_names_what_was_forgotten()
    {
        using var answer = await SendAsync("/open", Token());
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);

        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        app.MapGet("/", () => "").RequireShopifySession();
        var forgotten = Assert.Throws<InvalidOperationException>(() => ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList());
        Assert.Contains("AddShopifyEmbedded", forgotten.Message, StringComparison.Ordinal);
    }

    private static WebApplication Start(IServiceCollection services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var service in services)
            builder.Services.Add(service);
        var app = builder.Build();
        map(app);
        app.Start();
        return app;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? bearer, string method = "GET", string accept = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await _client.SendAsync(request, Cancel);
    }

    private static string Token(string secret = Secret, string audience = ClientId, long from = 1763800000)
    {
        var claims = $$"""{"iss":"https://demo-shop.myshopify.com/admin","dest":"https://demo-shop.myshopify.com","aud":"{{audience}}","sub":"42","exp":{{from + 60}},"nbf":{{from}}}""";
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }
}
