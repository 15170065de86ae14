using System.Net;
using System.Net.Http.Headers;
using ReferenceHost.Tests.Process;
using Shopify.Emulator.Catalog;

namespace ReferenceHost.Tests.Attacks;

/// <summary>The owner's pages inside Shopify's admin, behind the guard of Shopify.Client.AspNetCore: who may see them, and who may not.</summary>
public sealed class EmbeddedTests
{
    private const string RetryHeader = "X-Shopify-Retry-Invalid-Session-Request";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_session_token_of_Shopify_opens_the_pages_and_its_cookie_keeps_them_open()
    {
        await using var host = await SingleStoreHost.StartAsync(new ShopCatalog { Name = "Large", Products = [] }, Token);
        await host.KillAsync(Token);
        host.IsEmbedded = true;
        await host.StartAgainAsync(Token);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Url };
        var good = host.Shop.CreateSessionToken();
        var forged = good[..^2] + (good[^2] == 'A' ? "B" : "A") + good[^1];

        using var opened = await SendAsync(http, $"/shopify/admin?id_token={good}&shop=evil.myshopify.com");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains(
            "frame-ancestors https://large-shop.myshopify.com https://admin.shopify.com", Assert.Single(opened.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(static value => value.StartsWith("shopbot.owner=", StringComparison.Ordinal)).Split(';')[0];

        // Links and forms bring the cookie alone.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/shopify/admin/settings", cookie: cookie));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/shopify/admin", bearer: good));
        // A token that is brought decides alone.
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, "/shopify/admin", bearer: forged, cookie: cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, "/shopify/admin", bearer: forged));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, "/shopify/admin", cookie: "shopbot.owner=large-shop.myshopify.com"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, "/shopify/admin/settings", method: HttpMethod.Post));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, "/shopify/setup"));

        // A page without a token goes through App Bridge, and shows nothing of the store.
        using var bounced = await SendAsync(http, "/shopify/admin", accept: "text/html");
        var page = await bounced.Content.ReadAsStringAsync(Token);
        Assert.Contains("app-bridge.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Large", page, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path, string? bearer = null, string? cookie = null, HttpMethod? method = null)
    {
        using var answer = await SendAsync(http, path, bearer, cookie, method);
        Assert.Equal(answer.StatusCode == HttpStatusCode.Unauthorized, answer.Headers.Contains(RetryHeader));
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, string path, string? bearer = null, string? cookie = null, HttpMethod? method = null, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await http.SendAsync(request, Token);
    }
}
