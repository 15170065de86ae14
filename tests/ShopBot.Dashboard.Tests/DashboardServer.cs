using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Dashboard.Tests;

/// <summary>The pages on a loopback port, over in-memory storage and a Cloud API that takes every token. <c>/sign-in/{shop}</c> stands for Shopify's callback.</summary>
internal sealed partial class DashboardServer : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";
    public const string OtherShop = "other-shop.myshopify.com";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly CloudApi _cloud;
    private int _lastMessage;

    private DashboardServer(WebApplication app, CloudApi cloud, FakeTimeProvider? time) => (_app, _cloud, Time) = (app, cloud, time);

    public Uri Url => new(_app.Urls.Single());

    public FakeTimeProvider? Time { get; }

    public IServiceProvider Services => _app.Services;

    public StoreRegistry Stores => _app.Services.GetRequiredService<StoreRegistry>();

    public StoreDesk Desk => _app.Services.GetRequiredService<StoreDesk>();

    /// <summary>Texts that went out, with the number they went from.</summary>
    public IReadOnlyList<string> Sent => [.. _cloud.Sent];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DashboardServer> StartAsync(Action<DashboardOptions>? configure = null, FakeTimeProvider? time = null)
    {
        var cloud = new CloudApi();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (time is not null)
            builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddWhatsAppClient(o => o.Pacing.PairInterval = TimeSpan.Zero).ConfigurePrimaryHttpMessageHandler(() => cloud);
        builder.Services.AddShopBotInMemory();
        builder.Services.AddShopBot(o => o.MaxTurnAttempts = 1).AddFlow<ShopFlow>();
        builder.Services.AddShopBotDashboard(o =>
        {
            o.PublicUrl = new Uri("https://bot.example.com");
            configure?.Invoke(o);
        });
        var app = builder.Build();
        app.MapGet("/sign-in/{shop}", (string shop, HttpContext context, DashboardSession session) => session.SignIn(context, shop));
        app.MapShopBotDashboard();
        await app.StartAsync(Token);
        var server = new DashboardServer(app, cloud, time);
        await server.Stores.InstallAsync(new ShopInstallation(Shop, "Demo <b>Shop</b>", "EUR", new ShopifyCredentials { AccessToken = "shpat-secret-token" }), Token);
        return server;
    }

    /// <summary>Installs a shop and switches its bot on.</summary>
    public async Task<Store> ConnectAsync(string shop = Shop, string number = "100200300")
    {
        await Stores.InstallAsync(new ShopInstallation(shop, shop, "EUR", new ShopifyCredentials { AccessToken = "shpat-secret-token" }), Token);
        var result = await Services.GetRequiredService<WhatsAppSetup>().ApplyAsync(
            shop,
            new WhatsAppSettings { Enabled = true, AccessToken = "EAAG-secret-token", PhoneNumberId = number, BusinessAccountId = "900800700", VerifyToken = "v-" + number, AppSecret = "s-" + number },
            Token);
        Assert.True(result.Saved);
        return (await Stores.ReadByShopDomainAsync(shop, Token))!;
    }

    /// <summary>A customer writes and is answered.</summary>
    public async Task<CustomerId> SayAsync(Store store, string text, string phone = "15550001111", bool answered = true)
    {
        var before = Sent.Count;
        var id = $"wamid.{Interlocked.Increment(ref _lastMessage)}";
        var at = (Time ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds();
        var body = Encoding.UTF8.GetBytes($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"900800700","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
            "metadata":{"display_phone_number":"15550000000","phone_number_id":"{{{store.PhoneNumberId}}}"},"contacts":[{"wa_id":"{{{phone}}}","profile":{"name":"Ada"}}],
            "messages":[{"from":"{{{phone}}}","id":"{{{id}}}","timestamp":"{{{at}}}","type":"text","text":{"body":{{{JsonSerializer.Serialize(text)}}}}}]}}]}]}
            """);
        await Services.GetRequiredService<WhatsAppInbox>().AcceptAsync([.. WebhookReader.Read(body).Select(occurred => new InboxAddress(occurred, store))], Token);
        if (answered)
            await UntilAsync(() => Sent.Count > before);
        return (await Desk.FindByPhoneAsync(store, phone, Token))!.Value;
    }

    public static async Task UntilAsync(Func<bool> happened)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    /// <summary>A browser of its own, signed in as a shop's owner unless null is given.</summary>
    public async Task<HttpClient> BrowserAsync(string? shop = Shop)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Url };
        if (shop is not null)
            await SignInAsync(browser, shop);
        return browser;
    }

    public static async Task SignInAsync(HttpClient browser, string shop) =>
        (await browser.GetAsync(new Uri($"/sign-in/{shop}", UriKind.Relative), Token)).EnsureSuccessStatusCode();

    /// <summary>Posts the form as the page would, with the hidden field it was given.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(HttpClient browser, Dictionary<string, string> fields) =>
        SubmitAsync(browser, "/shopify/setup", "/shopify/configure", fields);

    /// <summary>Posts a form of a page, with the token that stands there.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string action, Dictionary<string, string> fields)
    {
        var (name, token) = await TokenOfAsync(browser, page);
        var all = new Dictionary<string, string>(fields) { [name] = token };
        using var form = new FormUrlEncodedContent(all);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form, Token);
    }

    public static async Task<(string Name, string Value)> TokenOfAsync(HttpClient browser, string page)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative), Token);
        var hidden = HiddenField().Match(html);
        Assert.True(hidden.Success);
        return (hidden.Groups[1].Value, hidden.Groups[2].Value);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex("""<input type="hidden" name="(__[^"]+)" value="([^"]+)""")]
    private static partial Regex HiddenField();

    private sealed class CloudApi : HttpMessageHandler
    {
        private int _last;

        public ConcurrentQueue<string> Sent { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var segments = request.RequestUri!.Segments;
            var content = (request.Method.Method, segments[^1]) switch
            {
                ("GET", "phone_numbers") => """{"data":[{"id":"100200300","display_phone_number":"+1 555 000 0000"},{"id":"400500600","display_phone_number":"+1 555 000 0001"}]}""",
                ("GET", "message_templates") => """{"data":[{"id":"1","name":"hello_world","language":"en_US","status":"APPROVED","category":"UTILITY","components":[]}]}""",
                ("GET", "subscribed_apps") => """{"data":[]}""",
                ("GET", "debug_token") => """{"data":{"is_valid":true,"type":"SYSTEM_USER","expires_at":0,"scopes":["whatsapp_business_messaging","whatsapp_business_management"]}}""",
                ("GET", var id) => $$"""{"id":"{{id}}","display_phone_number":"+1 555 000 0000","verified_name":"Demo"}""",
                ("POST", "messages") => await TakeAsync(request, segments[^2].TrimEnd('/'), cancellationToken),
                _ => """{"success":true}""",
            };
            return new HttpResponseMessage { Content = new StringContent(content) };
        }

        private async Task<string> TakeAsync(HttpRequestMessage request, string number, CancellationToken cancellationToken)
        {
            using var json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            if (json.RootElement.TryGetProperty("text", out var text))
                Sent.Enqueue($"{number}: {text.GetProperty("body").GetString()}");
            else if (json.RootElement.TryGetProperty("template", out var template))
                Sent.Enqueue($"{number}: template {template.GetProperty("name").GetString()}");
            return $$"""{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.out.{{Interlocked.Increment(ref _last)}}"}]}""";
        }
    }
}

internal sealed record ShopState;

/// <summary>Answers everything; <c>boom</c> breaks it, and <c>buy</c> does what a customer does up to the order.</summary>
internal sealed class ShopFlow() : Flow<ShopState>("test", version: 1, FlowJson.Default)
{
    protected override void Map(FlowMap<ShopState> on)
    {
        on.Says("boom", _ => throw new InvalidOperationException("broken"));
        on.Says("buy", turn =>
        {
            var lamp = new ProductNamed("gid://shopify/Product/1", "Lamp <oak>");
            turn.Raise(CustomerEntered.Kind, new CustomerEntered("qr", null), FlowJson.Default.CustomerEntered);
            turn.Raise(ProductViewed.Kind, new ProductViewed(lamp), FlowJson.Default.ProductViewed);
            turn.Raise(CartChanged.Kind, new CartChanged(1, 2) { Added = lamp }, FlowJson.Default.CartChanged);
            turn.Raise(CheckoutCreated.Kind, new CheckoutCreated(90m, "EUR"), FlowJson.Default.CheckoutCreated);
            turn.Raise(
                OrderPaid.Kind,
                new OrderPaid("#1001", []) { OrderId = "gid://shopify/Order/1", Total = 90.50m, Currency = "EUR", Products = [new Shopping.Orders.OrderedProduct(lamp.Id, lamp.Title, 2, 90m)] },
                FlowJson.Default.OrderPaid);
            return turn.Says("Thank you");
        });
        on.Says("look", turn =>
        {
            turn.Raise(ProductViewed.Kind, new ProductViewed(new ProductNamed("gid://shopify/Product/1", "Lamp <oak>")), FlowJson.Default.ProductViewed);
            return turn.Says("A lamp");
        });
        on.Otherwise(turn => turn.Says($"You said: {turn.Text}"));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopState))]
[JsonSerializable(typeof(CustomerEntered))]
[JsonSerializable(typeof(ProductViewed))]
[JsonSerializable(typeof(CartChanged))]
[JsonSerializable(typeof(CheckoutCreated))]
[JsonSerializable(typeof(OrderPaid))]
internal sealed partial class FlowJson : JsonSerializerContext;
