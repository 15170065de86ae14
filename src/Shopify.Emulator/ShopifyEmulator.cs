using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Faults;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Journal;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Web;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator;

/// <summary>
/// Shopify in process: a web server on a loopback port that plays one app's view of any number of shops. It speaks HTTP, JSON and GraphQL
/// on Shopify's real schemas and shares no code with any client. See <see href="https://shopify.dev/docs/api"/>.
/// </summary>
public sealed class ShopifyEmulator : IAsyncDisposable
{
    private const long FirstShop = 68_420_001;
    private readonly WebApplication _app;
    private readonly WebhookSender _sender;
    private readonly ShopifyEmulatorOptions _options;
    private readonly Task _warm;
    private readonly Lock _gate = new();
    private ImmutableList<EmulatedShop> _shops = [];

    private ShopifyEmulator(ShopifyEmulatorOptions options)
    {
        _options = options;
        var logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<ShopifyEmulator>();
        _sender = new WebhookSender(options, Journal, Webhooks, logger);
        _app = Build();
        // The schemas take a second to build; doing it now keeps the first call fast without holding up the start.
        _warm = Task.Run(GraphApi.Warm);
        BaseUrl = new Uri($"http://127.0.0.1:{options.Port}/");
    }

    /// <summary>Where the emulator listens, ending in <c>/</c>: <c>http://127.0.0.1:5082/</c>. Every shop lives below it under its own domain as first path segment.</summary>
    public Uri BaseUrl { get; private set; }

    /// <summary>Address of a shop with the placeholder <c>{shop}</c> for its domain: <c>http://127.0.0.1:5082/{shop}</c>.</summary>
    public string ShopBaseUrlTemplate => $"{BaseUrl}{{shop}}";

    /// <summary>Shops added so far, oldest first.</summary>
    public IReadOnlyList<EmulatedShop> Shops => Volatile.Read(ref _shops);

    /// <summary>What was asked and delivered.</summary>
    public EmulatorJournal Journal { get; } = new();

    /// <summary>Faults planned for coming calls.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>How coming webhook deliveries misbehave.</summary>
    public WebhookScript Webhooks { get; } = new();

    /// <summary>Starts an emulator without shops.</summary>
    /// <param name="options">The app it knows and how it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ShopifyEmulator> StartAsync(ShopifyEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new ShopifyEmulator(options ?? new ShopifyEmulatorOptions());
        try
        {
            await emulator._app.StartAsync(cancellationToken).ConfigureAwait(false);
            emulator.BaseUrl = emulator._options.PublicUrl
                ?? new Uri(emulator._app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/') + "/");
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a shop. The app is not installed in it yet.</summary>
    /// <param name="domain">Permanent domain, such as <c>demo-shop.myshopify.com</c>.</param>
    /// <param name="catalog">What the shop is and sells; null for <see cref="DemoCatalog"/>.</param>
    /// <exception cref="ArgumentException">The domain is not of the form <c>{name}.myshopify.com</c>, or there is such a shop already.</exception>
    public EmulatedShop AddShop(string domain, ShopCatalog? catalog = null)
    {
        if (!domain.EndsWith(".myshopify.com", StringComparison.Ordinal) || !domain[..^14].All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') || domain.Length == 14)
            throw new ArgumentException("A shop domain looks like name.myshopify.com.", nameof(domain));
        lock (_gate)
        {
            if (_shops.Exists(s => s.Domain == domain)) throw new ArgumentException($"There is a shop {domain} already.", nameof(domain));
            var shop = new EmulatedShop(FirstShop + _shops.Count, domain, catalog ?? DemoCatalog.Create(), BaseUrl, _options, _sender);
            _shops = _shops.Add(shop);
            return shop;
        }
    }

    /// <summary>Stops listening and delivering, without waiting for callers that hang.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sender.DisposeAsync().ConfigureAwait(false);
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        await _warm.ConfigureAwait(false);
    }

    private WebApplication Build()
    {
        // The empty builder reads no configuration: the host's own Kestrel settings and addresses must not leak in here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(_options.ListenOnAnyAddress ? IPAddress.Any : IPAddress.Loopback, _options.Port);
        });
        builder.Services.AddRoutingCore();
        if (_options.LoggerFactory is { } loggers) builder.Services.AddSingleton(loggers);
        var app = builder.Build();
        var ledger = new AuthorizationLedger(_options.TimeProvider);
        var router = new ShopRouter(() => Shops);
        app.Use(async (context, next) =>
        {
            if (await StyleSheets.TryServeAsync(context).ConfigureAwait(false)) return;
            if (context.Request.Path == "/" && !router.NamesShop(context))
            {
                await IndexPage.AnswerAsync(context, Shops).ConfigureAwait(false);
                return;
            }

            try
            {
                if (!router.TryRoute(context)) await context.AnswerJsonAsync(404, """{"errors":"Not Found"}""").ConfigureAwait(false);
                else await next(context).ConfigureAwait(false);
            }
            finally
            {
                Note(context);
            }
        });
        app.UseRouting();
        EmulatorRoutes.Map(app, new AuthorizeEndpoint(_options, ledger), new TokenEndpoint(_options, ledger, Faults), new GraphEndpoint(Faults, _options), Journal);
        return app;
    }

    private void Note(HttpContext context) => Journal.Add(new RequestEntry(
        _options.TimeProvider.GetUtcNow(), context.ShopOrNull()?.Domain ?? "", context.Request.Method,
        PathOf(context), context.Items["operation"] as string, context.Response.StatusCode)
        {
            IsThrottled = context.Items.ContainsKey("throttled"),
        });

    // Cart tokens are credentials, so paths that carry one are shortened.
    private static string PathOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/cart", StringComparison.Ordinal) ? "/cart" : context.Request.Path.Value ?? "/";
}
