using System.Net;

namespace ShopBot.Dashboard.Tests;

public sealed class EmbeddedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_token_signs_in_and_only_shopify_may_frame_the_page()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Url };

        using var answer = await http.GetAsync(new Uri("/shopify/admin?id_token=right&shop=other-shop.myshopify.com", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            $"frame-ancestors https://{DashboardServer.Shop} https://admin.shopify.com", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("shopbot.owner", StringComparison.Ordinal));
        foreach (var part in new[] { "samesite=none", "secure", "partitioned", "httponly" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("stranger")]
    public async Task No_token_or_one_of_an_unknown_shop_is_nobody(string token)
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shopify/admin");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("1", Assert.Single(answer.Headers.GetValues("X-Shopify-Retry-Invalid-Session-Request")));
    }

    [Fact]
    public async Task Stand_alone_a_session_token_opens_nothing()
    {
        await using var server = await DashboardServer.StartAsync(options => options.ShopOfSession = _ => DashboardServer.Shop);
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.GetAsync(new Uri("/shopify/admin?id_token=right", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Static_files_may_come_from_elsewhere()
    {
        await using var server = await DashboardServer.StartAsync(options => options.AssetsUrl = new Uri("https://cdn.example.com"));
        using var browser = await server.BrowserAsync();

        using var answer = await browser.GetAsync(new Uri("/shopify/admin", UriKind.Relative), Token);

        Assert.Contains("https://cdn.example.com/_shopbot/dashboard.", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("script-src 'self' https://cdn.example.com;", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static Task<DashboardServer> StartAsync() => DashboardServer.StartAsync(options =>
    {
        options.Embedded = true;
        // The guard before the pages has verified the token.
        options.ShopOfSession = static context => (context.Request.Query["id_token"] + context.Request.Headers.Authorization) switch
        {
            "right" => DashboardServer.Shop,
            "Bearer stranger" => "stranger.myshopify.com",
            _ => null,
        };
    });
}
