using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.BrowserTests;

/// <summary>An emulator with a demo shop and a Chromium in front of it. Keeps account of what pages ask for and complain about.</summary>
public sealed class ShopBrowser : IAsyncDisposable
{
    private static readonly string? ChromiumPath =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium" }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ShopBrowser(ShopifyEmulator emulator, EmulatedShop shop, IPlaywright playwright, IBrowser browser, IPage page)
    {
        (Emulator, Shop, _playwright, _browser, Page) = (emulator, shop, playwright, browser, page);
        page.Context.Request += (_, request) => _requests.Enqueue(request.Url);
        page.Context.Console += (_, message) =>
        {
            // A refused form answers 4xx, which the browser also writes to its console.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)) _errors.Enqueue(message.Text);
        };
    }

    public ShopifyEmulator Emulator { get; }

    public EmulatedShop Shop { get; }

    public IPage Page { get; }

    public static string Artifacts { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("SHOPBOT_ARTIFACTS") is { Length: > 0 } wanted ? Path.Combine(wanted, "shopify-emulator") : Path.Combine(AppContext.BaseDirectory, "artifacts")).FullName;

    public static async Task<ShopBrowser> OpenAsync(string? webhook = null, int width = 1280)
    {
        if (ChromiumPath is null)
        {
            const string Reason = "Chromium is not installed (/usr/bin/chromium or CHROMIUM_PATH).";
            if (Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1") Assert.Fail(Reason);
            Assert.Skip(Reason);
        }

        var emulator = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions
        {
            AllowHttpWebhookAddresses = true,
            RedirectUris = ["http://127.0.0.1/"],
            AppWebhooks = webhook is null ? [] : [new AppWebhook(["products/update", "inventory_levels/update", "orders/create", "fulfillments/create", "checkouts/create"], webhook)],
        }, TestContext.Current.CancellationToken);
        var shop = emulator.AddShop("demo-shop.myshopify.com");
        shop.IssueAccessToken("write_products", "read_orders", "read_fulfillments", "write_draft_orders", "unauthenticated_write_checkouts");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumPath,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        return new(emulator, shop, playwright, browser, await context.NewPageAsync());
    }

    public Task GoAsync(string path) => Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : $"{Shop.Url}{path}");

    public ILocator Test(string id) => Page.GetByTestId(id);

    /// <summary>Looks at the page: nothing wrong for WCAG A and AA, nothing from elsewhere, nothing that the content policy had to stop; keeps a picture.</summary>
    public async Task LookAsync(string name)
    {
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        var seen = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(seen.Violations.Length == 0, $"{name}: " + string.Join("\n", seen.Violations.Select(static v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(static n => n.Html))}")));
        Assert.Empty(_errors);
        Assert.DoesNotContain(_requests, url => !url.StartsWith("data:", StringComparison.Ordinal) && !new Uri(url).IsLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Emulator.DisposeAsync();
    }
}
