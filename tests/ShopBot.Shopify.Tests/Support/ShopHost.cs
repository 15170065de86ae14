using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;

namespace ShopBot.Shopify.Tests.Support;

/// <summary>The Shopify side over in-memory storage and a clock of the test's, and a shop on a loopback port whose answers the test writes.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";

    private readonly WebApplication _shop;
    private readonly WebApplication _host;

    private ShopHost(WebApplication shop, WebApplication host) => (_shop, _host) = (shop, host);

    public FakeTimeProvider Time { get; private init; } = new();

    /// <summary>Answers by path end: <c>access_token</c>, <c>admin</c> or <c>storefront</c>.</summary>
    public ConcurrentDictionary<string, Func<string, Task<(int Status, string Body)>>> Answers { get; private init; } = new();

    public ConcurrentQueue<(string Kind, string Body, string? Token)> Calls { get; private init; } = new();

    public IServiceProvider Services => _host.Services;

    public StoreRegistry Stores => Services.GetRequiredService<StoreRegistry>();

    public string ShopUrl => _shop.Urls.Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ShopHost> StartAsync(ShopifyCredentials? credentials = null, string? currency = "EUR")
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var answers = new ConcurrentDictionary<string, Func<string, Task<(int, string)>>>();
        var calls = new ConcurrentQueue<(string, string, string?)>();
        var shop = Web();
        shop.MapPost("/{**path}", async (string path, HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var kind = path.EndsWith("access_token", StringComparison.Ordinal) ? "access_token" : path.StartsWith("admin/", StringComparison.Ordinal) ? "admin" : "storefront";
            calls.Enqueue((kind, body, context.Request.Headers["X-Shopify-Access-Token"]));
            var (status, answer) = await answers[kind](body);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
        await shop.StartAsync(Token);

        var host = Web(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddWhatsAppClient();
            services.AddShopifyClient(o => o.BaseUrl = shop.Urls.Single());
            services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
            services.AddShopBotInMemory();
            services.AddShopBot().AddFlow<SilentFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
        });
        await host.StartAsync(Token);
        var made = new ShopHost(shop, host) { Time = time, Answers = answers, Calls = calls };
        await made.Stores.InstallAsync(
            new ShopInstallation(Shop, "Demo", currency, credentials ?? new ShopifyCredentials { AccessToken = "shpat-1", GrantedAt = time.GetUtcNow() }), Token);
        return made;
    }

    public async Task<Store> StoreAsync() => (await Stores.FindByShopDomainAsync(Shop, Token))!;

    /// <summary>Answers every call of a kind with this.</summary>
    public void Always(string kind, string body, int status = 200) => Answers[kind] = _ => Task.FromResult((status, body));

    public int CallsOf(string kind) => Calls.Count(call => call.Kind == kind);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _shop.DisposeAsync();
    }

    private static WebApplication Web(Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class SilentFlow : IFlow
    {
        public string Name => "silent";

        public int Version => 1;

        public Task<TurnResult> RunAsync(TurnInput input, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
