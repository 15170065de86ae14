using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard.Tests;

/// <summary>The pages on a loopback port, over in-memory storage and a Cloud API that takes every token. <c>/sign-in/{shop}</c> stands for Shopify's callback.</summary>
internal sealed partial class DashboardServer : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";

    private readonly WebApplication _app;

    private DashboardServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public StoreRegistry Stores => _app.Services.GetRequiredService<StoreRegistry>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DashboardServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWhatsAppClient().ConfigurePrimaryHttpMessageHandler(() => new WillingCloudApi());
        builder.Services.AddShopBotInMemory();
        builder.Services.AddShopBot().AddFlow<SilentFlow>();
        builder.Services.AddShopBotDashboard(o => o.PublicUrl = new Uri("https://bot.example.com"));
        var app = builder.Build();
        app.MapGet("/sign-in/{shop}", (string shop, HttpContext context, DashboardSession session) => session.SignIn(context, shop));
        app.MapShopBotDashboard();
        await app.StartAsync(Token);
        var server = new DashboardServer(app);
        await server.Stores.InstallAsync(new ShopInstallation(Shop, "Demo <b>Shop</b>", "EUR", new ShopifyCredentials { AccessToken = "shpat-secret-token" }), Token);
        return server;
    }

    /// <summary>A browser of its own, signed in as a shop's owner unless null is given.</summary>
    public async Task<HttpClient> BrowserAsync(string? shop = Shop)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Url };
        if (shop is not null)
            (await browser.GetAsync(new Uri($"/sign-in/{shop}", UriKind.Relative), Token)).EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>Posts the form as the page would, with the hidden field it was given.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync(new Uri("/shopify/setup", UriKind.Relative), Token);
        var hidden = HiddenField().Match(page);
        Assert.True(hidden.Success);
        var all = new Dictionary<string, string>(fields) { [hidden.Groups[1].Value] = hidden.Groups[2].Value };
        using var form = new FormUrlEncodedContent(all);
        return await browser.PostAsync(new Uri("/shopify/configure", UriKind.Relative), form, Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]+)""")]
    private static partial Regex HiddenField();

    private sealed class SilentFlow : IFlow
    {
        public string Name => "silent";

        public int Version => 1;

        public ValueTask RunAsync(TurnContext turn) => throw new NotSupportedException();
    }

    private sealed class WillingCloudApi : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent((request.Method.Method, request.RequestUri!.Segments[^1]) switch
            {
                ("GET", "phone_numbers") => """{"data":[{"id":"100200300","display_phone_number":"+1 555 000 0000"}]}""",
                ("GET", "subscribed_apps" or "debug_token") => """{"data":[]}""",
                ("GET", var id) => $$"""{"id":"{{id}}","display_phone_number":"+1 555 000 0000","verified_name":"Demo"}""",
                _ => """{"success":true}""",
            }),
        });
    }
}
