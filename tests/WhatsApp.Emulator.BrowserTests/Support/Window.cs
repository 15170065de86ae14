using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WhatsApp.Emulator.BrowserTests.Support;

/// <summary>A browser window on the phone page, and what a person does in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _trouble = new();

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Where screenshots go.</summary>
    private static string Artifacts { get; } = Directory.CreateDirectory(
        Path.Combine(Environment.GetEnvironmentVariable("SHOPBOT_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "TestResults"), "phone-page")).FullName;

    public ILocator Incoming => Page.GetByTestId("bubble-in");
    public ILocator Outgoing => Page.GetByTestId("bubble-out");
    public ILocator Composer => Page.GetByTestId("composer");
    public ILocator Focused => Page.Locator(":focus");

    public static async Task<Window> OpenAsync(Chromium chromium, Shop shop, string query = "?phone=p1&chat=800200", int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Require().NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        var window = new Window(context, await context.NewPageAsync());
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                window._trouble.Enqueue(message.Text);
        };
        context.WebError += (_, error) => window._trouble.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !new Uri(request.Url).IsLoopback)
                window._trouble.Enqueue($"asked {request.Url}");
        };
        await window.Page.GotoAsync(new Uri(shop.Emulator.BaseUrl, "phone" + query).AbsoluteUri);
        await Assertions.Expect(window.Page.GetByTestId("chat").First.Or(window.Composer.First).First).ToBeAttachedAsync();
        return window;
    }

    /// <summary>The phone of one person, where several lie side by side.</summary>
    public ILocator Phone(EmulatedPhone person) => Page.Locator($"[data-testid=phone][data-phone={person.Id}]");

    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(Outgoing.Last).ToContainTextAsync(text);
    }

    public Task ReadsAsync(string text) => Assertions.Expect(Incoming.Last).ToContainTextAsync(text);

    public Task TapAsync(string button) => Page.GetByTestId("reply-button").Filter(new LocatorFilterOptions { HasText = button }).Last.ClickAsync();

    public static async Task OpenMenuAsync(ILocator bubble)
    {
        await bubble.HoverAsync();
        await bubble.GetByTestId("message-menu").ClickAsync();
    }

    public Task PressAsync(params IEnumerable<string> keys) => EachAsync(keys, key => Page.Keyboard.PressAsync(key));

    public Task ShootAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Fails on any axe violation of level A or AA in what is on the screen now.</summary>
    public async Task MustBeAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] } });
        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id}: {node.Target} {node.Html} {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
    }

    /// <summary>No script error, no message of level error, nothing asked of the internet.</summary>
    public void MustBeClean() => Assert.Empty(_trouble);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static async Task EachAsync(IEnumerable<string> keys, Func<string, Task> press)
    {
        foreach (var key in keys)
            await press(key);
    }
}
