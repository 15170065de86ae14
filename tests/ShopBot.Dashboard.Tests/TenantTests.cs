using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;

namespace ShopBot.Dashboard.Tests;

/// <summary>What the owner of one store tries on another, by every route there is.</summary>
public sealed class TenantTests
{
    private const string Words = "the secret words of store A";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// The attempts. <c>{a}</c> is a customer of store A, <c>{seq}</c> one of its dead letters; whoever tries is signed in as store B. For a form, the page it is sent from and its fields.
    /// </summary>
    public static TheoryData<string, string, string, HttpStatusCode> Attempts => new()
    {
        { "see its conversation", "GET /shopify/admin/conversations/{a}", "", HttpStatusCode.NotFound },
        { "see it with a page mark", "GET /shopify/admin/conversations/{a}?before=99999999999999", "", HttpStatusCode.NotFound },
        { "see it by naming the shop", "GET /shopify/admin/conversations/{a}?shop=demo-shop.myshopify.com", "", HttpStatusCode.NotFound },
        { "export its customer", "GET /shopify/admin/privacy/{a}/export", "", HttpStatusCode.NotFound },
        { "list its conversations", "GET /shopify/admin/conversations?shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "see its overview", "GET /shopify/admin?shop=demo-shop.myshopify.com&host=ZGVtbw", "", HttpStatusCode.OK },
        { "see its figures", "GET /shopify/admin/figures?days=90&shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "see its problems", "GET /shopify/admin/problems?shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "see its settings", "GET /shopify/admin/settings?shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "see its privacy requests", "GET /shopify/admin/privacy?shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "see its set-up", "GET /shopify/setup?shop=demo-shop.myshopify.com", "", HttpStatusCode.OK },
        { "answer its customer", "POST /shopify/admin/conversations/{a}/reply", "text=I am not the shop", HttpStatusCode.NotFound },
        { "take its conversation over", "POST /shopify/admin/conversations/{a}/control", "control=person", HttpStatusCode.NotFound },
        { "replay its dead letter", "POST /shopify/admin/problems/replay", "customer={a}&seq={seq}", HttpStatusCode.NotFound },
        { "send a test in its name", "POST /shopify/admin/test-message", "phone=4915123456789&shop=demo-shop.myshopify.com", HttpStatusCode.OK },
        { "change its settings", "POST /shopify/admin/settings", "version=0&welcome=Hijacked&shop=demo-shop.myshopify.com&time_zone=UTC&hand_back=3&quiet_from=20:00&quiet_to=08:00", HttpStatusCode.Redirect },
        { "take its number", "POST /shopify/configure", "whatsapp_enabled=on&whatsapp_phone_number_id=100200300&whatsapp_token=t&whatsapp_verify_token=v&whatsapp_app_secret=s&shop=demo-shop.myshopify.com", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task The_owner_of_store_B_gets_nothing_of_store_A(string what, string request, string fields, HttpStatusCode expected)
    {
        await using var server = await DashboardServer.StartAsync();
        var a = await server.ConnectAsync();
        await server.ConnectAsync(DashboardServer.OtherShop, "400500600");
        var customer = await server.SayAsync(a, Words);
        await server.SayAsync(a, "boom");
        await DashboardServer.UntilAsync(async () => (await server.Desk.ListDeadLettersAsync(a, null, 10, Token)).Count == 1);
        var letter = (await server.Desk.ListDeadLettersAsync(a, null, 10, Token))[0];
        var sent = server.Sent.Count(text => text.StartsWith("100200300", StringComparison.Ordinal));
        using var browser = await server.BrowserAsync(DashboardServer.OtherShop);

        var path = Filled(request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var answer = request.StartsWith("GET", StringComparison.Ordinal)
            ? await browser.GetAsync(new Uri(path, UriKind.Relative), Token)
            : await DashboardServer.SubmitAsync(browser, "/shopify/admin", path, Filled(fields).Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

        Assert.Equal(expected, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Token);
        foreach (var secret in new[] { Words, "Ada", "15550001111", DashboardServer.Shop, "boom" })
            Assert.False(html.Contains(secret, StringComparison.Ordinal), $"{what}: {secret}");
        Assert.Equal(sent, server.Sent.Count(text => text.StartsWith("100200300", StringComparison.Ordinal)));
        var now = (await server.Stores.ReadByShopDomainAsync(DashboardServer.Shop, Token))!;
        Assert.Equal((a.Settings(), LaneControl.Bot), (now.Settings(), (await server.Desk.FindAsync(a, customer, Token))!.Control));
        Assert.Single(await server.Desk.ListDeadLettersAsync(a, null, 10, Token));

        string Filled(string text) => text.Replace("{a}", customer.ToString(), StringComparison.Ordinal).Replace("{seq}", letter.Seq.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_event_stream_of_store_B_does_not_hear_of_store_A()
    {
        await using var server = await DashboardServer.StartAsync();
        var a = await server.ConnectAsync();
        var b = await server.ConnectAsync(DashboardServer.OtherShop, "400500600");
        var activity = server.Services.GetRequiredService<ShopBot.Engine.Desk.StoreActivity>();
        using var watch = activity.Watch(b.Id);

        await server.SayAsync(a, Words);
        var heard = watch.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.False(heard.IsCompleted);
        await server.SayAsync(b, "hello", "15550002222");

        Assert.True(await heard);
    }

    [Fact]
    public async Task A_form_of_store_A_is_worth_nothing_once_the_browser_is_signed_in_as_store_B()
    {
        await using var server = await DashboardServer.StartAsync();
        await server.ConnectAsync();
        await server.ConnectAsync(DashboardServer.OtherShop, "400500600");
        using var browser = await server.BrowserAsync();
        var (name, token) = await DashboardServer.TokenOfAsync(browser, "/shopify/admin/settings");
        await DashboardServer.SignInAsync(browser, DashboardServer.OtherShop);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { [name] = token, ["version"] = "0", ["welcome"] = "Hijacked" });

        using var answer = await browser.PostAsync(new Uri("/shopify/admin/settings", UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_route_asks_who_is_there_and_every_post_for_its_forms_token()
    {
        await using var server = await DashboardServer.StartAsync();
        await server.ConnectAsync();
        using var stranger = await server.BrowserAsync(shop: null);
        using var owner = await server.BrowserAsync();
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(route => (Path: "/" + route.RoutePattern.RawText!.Trim('/').Replace("{customer}", Guid.NewGuid().ToString("N"), StringComparison.Ordinal),
                Methods: route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]))
            .Where(route => route.Path.StartsWith("/shopify", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count >= 18, $"{routes.Count} routes");

        foreach (var (path, methods) in routes)
        {
            foreach (var method in methods)
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "x", ["control"] = "person" });
                using var asked = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? form : null };
                using var refused = await stranger.SendAsync(asked, Token);
                Assert.True(refused.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered a stranger {(int)refused.StatusCode}.");
                if (method != "POST")
                    continue;
                using var second = new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = "x", ["control"] = "person" });
                using var withoutToken = await owner.PostAsync(new Uri(path, UriKind.Relative), second, Token);
                Assert.True(withoutToken.StatusCode == HttpStatusCode.BadRequest, $"{path} took a form without its token: {(int)withoutToken.StatusCode}.");
            }
        }
    }

    [Fact]
    public async Task A_shop_that_removed_the_app_is_shown_nothing_any_more()
    {
        await using var server = await DashboardServer.StartAsync();
        await server.ConnectAsync();
        using var browser = await server.BrowserAsync();
        await server.Stores.UninstallAsync(DashboardServer.Shop, Token);

        using var answer = await browser.GetAsync(new Uri("/shopify/admin", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

internal static class StoreFacts
{
    /// <summary>What an attempt might have changed.</summary>
    public static (bool On, string? Number, string? Welcome) Settings(this Engine.Stores.Store store) => (store.WhatsAppEnabled, store.PhoneNumberId, store.Profile.WelcomeMessage);
}
