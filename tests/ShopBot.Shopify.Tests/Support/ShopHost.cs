using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Events;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopify.Tests.Support;

/// <summary>The Shopify side over in-memory storage and a clock of the test's, and a shop on a loopback port whose answers the test writes.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";

    private const string OneProduct = """
        {"data":{"products":{"nodes":[{"id":"gid://shopify/Product/1","handle":"mug","title":"Mug","description":"","totalInventory":1,"hasOnlyDefaultVariant":true,
        "variantsCount":{"count":1},"priceRangeV2":{"minVariantPrice":{"amount":"10.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"10.0","currencyCode":"EUR"}}}],
        "pageInfo":{"hasNextPage":false,"endCursor":null}}}}
        """;

    /// <summary>Germany is the shop's own country; Switzerland pays in francs.</summary>
    private const string Countries = """
        {"data":{"localization":{"country":{"isoCode":"DE","currency":{"isoCode":"EUR"}},
        "availableCountries":[{"isoCode":"DE","currency":{"isoCode":"EUR"}},{"isoCode":"CH","currency":{"isoCode":"CHF"}}]}}}
        """;

    private readonly WebApplication _shop;
    private readonly WebApplication _host;
    private readonly StrongBox<int> _activity;

    private ShopHost(WebApplication shop, WebApplication host, StrongBox<int> activity) => (_shop, _host, _activity) = (shop, host, activity);

    public FakeTimeProvider Time { get; private init; } = new();

    /// <summary>Answers by the name of the operation, or by path end: <c>access_token</c>, <c>admin</c> or <c>storefront</c>.</summary>
    public ConcurrentDictionary<string, Func<string, Task<(int Status, string Body)>>> Answers { get; private init; } = new();

    public ConcurrentQueue<(string Kind, string Body, string? Token)> Calls { get; private init; } = new();

    /// <summary>What a browser gets, by path: status and either a body or where it is sent.</summary>
    public ConcurrentDictionary<string, (int Status, string Body)> Pages { get; private init; } = new();

    /// <summary>The facts about stores that a handler heard.</summary>
    public ConcurrentQueue<DomainEvent> Facts { get; private init; } = new();

    public IServiceProvider Services => _host.Services;

    public StoreRegistry Stores => Services.GetRequiredService<StoreRegistry>();

    public string ShopUrl => _shop.Urls.Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The host over a shop whose Storefront API shows products, and whose online store has some.</summary>
    public static async Task<ShopHost> StartAsync(
        ShopifyCredentials? credentials = null, string? currency = "EUR", Action<ShopifyShopOptions>? configure = null, bool search = false, Action<ShopBotBuilder>? bot = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var answers = new ConcurrentDictionary<string, Func<string, Task<(int, string)>>>();
        var calls = new ConcurrentQueue<(string, string, string?)>();
        var pages = new ConcurrentDictionary<string, (int Status, string Body)>();
        answers["SfVisibleProducts"] = _ => Task.FromResult((200, """{"data":{"products":{"nodes":[{"id":"gid://shopify/Product/1"}]}}}"""));
        answers["ShopLocales"] = _ => Task.FromResult((200, """{"data":{"shopLocales":[{"locale":"en","primary":true}]}}"""));
        answers["SfCountries"] = _ => Task.FromResult((200, Countries));
        answers["ProductsPage"] = _ => Task.FromResult((200, OneProduct));
        var shop = Web();
        var activity = new StrongBox<int>();
        var facts = new ConcurrentQueue<DomainEvent>();
        shop.Use(async (context, next) =>
        {
            Interlocked.Increment(ref activity.Value);
            await next(context);
            Interlocked.Increment(ref activity.Value);
        });
        shop.MapPost("/{**path}", async (string path, HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var kind = path.EndsWith("access_token", StringComparison.Ordinal) ? "access_token" : path.StartsWith("admin/", StringComparison.Ordinal) ? "admin" : "storefront";
            calls.Enqueue((kind, body, (string?)context.Request.Headers["X-Shopify-Access-Token"] ?? context.Request.Headers["Shopify-Storefront-Private-Token"]));
            var named = answers.Keys.FirstOrDefault(name => body.Contains($" {name}(", StringComparison.Ordinal) || body.Contains($" {name} {{", StringComparison.Ordinal)
                || body.Contains($"\"{name}\"", StringComparison.Ordinal));
            var (status, answer) = answers.TryGetValue(named ?? kind, out var respond) ? await respond(body) : (404, """{"errors":"Not Found"}""");
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
        shop.MapMethods("/{**path}", ["GET", "HEAD"], async (string? path, HttpContext context) =>
        {
            var (status, body) = pages.TryGetValue("/" + path, out var page) ? page : (404, "");
            context.Response.StatusCode = status;
            if (status is >= 300 and < 400)
                context.Response.Headers.Location = body;
            else if (context.Request.Method == "GET")
                await context.Response.WriteAsync(body);
        });
        await shop.StartAsync(Token);

        var host = Web(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddWhatsAppClient();
            services.AddShopifyClient(o => o.BaseUrl = shop.Urls.Single());
            services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
            services.AddShopBotInMemory();
            if (search)
                services.AddShopBotInMemorySearch();
            services.AddSingleton(facts);
            services.AddSingleton<ShopSettingsStore>();
            services.AddSingleton<IShopSettings>(static services => services.GetRequiredService<ShopSettingsStore>());
            var builder = services.AddShopBot();
            if (bot is null)
                builder.AddFlow<SilentFlow>();
            else
                bot(builder);
            builder.AddEventHandler<FactListener>(EngineEvents.StoreInstalled, EngineEvents.StoreUninstalled).AddShopifyShop(o =>
            {
                o.PublicUrl = new Uri("https://bot.example.com");
                configure?.Invoke(o);
            });
            // It asks when it likes, and tests count calls.
            services.Remove(services.Single(static service => service.ImplementationType?.Name == "VersionAsker"));
        });
        await host.StartAsync(Token);
        var made = new ShopHost(shop, host, activity) { Time = time, Answers = answers, Calls = calls, Pages = pages, Facts = facts };
        await made.Stores.InstallAsync(
            new ShopInstallation(Shop, "Demo", currency, credentials ?? new ShopifyCredentials { AccessToken = "shpat-1", GrantedAt = time.GetUtcNow() }), Token);
        return made;
    }

    public async Task<Store> StoreAsync() => (await Stores.FindByShopDomainAsync(Shop, Token))!;

    /// <summary>
    /// Ends a task that waits on the clock of the test: pauses and deadlines pass while it is not ended and no call of it begins or ends. A busy machine
    /// is slow on the real clock only.
    /// </summary>
    public async Task<T> EndAsync<T>(Task<T> waiting)
    {
        const int longEnough = 5;
        var (seen, quiet) = (Volatile.Read(ref _activity.Value), 0);
        while (await Task.WhenAny(waiting, Task.Delay(20, Token)) != waiting)
        {
            var now = Volatile.Read(ref _activity.Value);
            (seen, quiet) = (now, now == seen ? quiet + 1 : 0);
            if (quiet >= longEnough)
                Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await waiting;
    }

    /// <summary>Answers every call of a kind with this.</summary>
    public void Always(string kind, string body, int status = 200) => Answers[kind] = _ => Task.FromResult((status, body));

    /// <summary>The calls of an operation.</summary>
    public int CallsTo(string operation) => Calls.Count(call => call.Body.Contains($" {operation}", StringComparison.Ordinal));

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

    private sealed class FactListener(ConcurrentQueue<DomainEvent> facts) : IDomainEventHandler
    {
        public ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken)
        {
            facts.Enqueue(occurred);
            return default;
        }
    }

    private sealed class SilentFlow : IFlow
    {
        public string Name => "silent";

        public int Version => 1;

        public ValueTask RunAsync(TurnContext turn) => throw new NotSupportedException();
    }
}
