using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ReferenceHost.Tests.Journey;

/// <summary>One browser window with cookies of its own that keeps account of where its pages go.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private const float PatienceMs = 15_000;
    private readonly IBrowserContext _context;
    private readonly string _artifacts;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private BrowserWindow(IBrowserContext context, IPage page, string artifacts) => (_context, Page, _artifacts) = (context, page, artifacts);

    /// <summary>The first tab.</summary>
    public IPage Page { get; }

    /// <summary>Addresses asked for beyond this computer.</summary>
    public IEnumerable<string> RequestsElsewhere => _requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)
        && !url.StartsWith("blob:", StringComparison.Ordinal) && !new Uri(url).IsLoopback);

    /// <summary>Script errors and messages of level error.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>How many requests the pages made.</summary>
    public int RequestCount => _requests.Count;

    public static async Task<BrowserWindow> OpenAsync(IBrowser browser, string artifacts)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1100, Height = 900 } });
        context.SetDefaultTimeout(PatienceMs);
        var window = new BrowserWindow(context, await context.NewPageAsync(), artifacts);
        context.Request += (_, request) => window._requests.Enqueue(request.Url);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                window._errors.Enqueue(message.Text);
        };
        context.WebError += (_, error) => window._errors.Enqueue(error.Error);
        return window;
    }

    /// <summary>Keeps a picture of a page among the artifacts.</summary>
    public Task ShootAsync(string name, IPage? page = null) =>
        (page ?? Page).ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(_artifacts, name + ".png"),
            Animations = ScreenshotAnimations.Disabled,
        });

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
