using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Waiting;

namespace ReferenceHost.Tests.Journey;

/// <summary>The demo as command one starts it, on a port of its own, and a browser.</summary>
public sealed partial class DemoFixture : IAsyncLifetime
{
    private static readonly TimeSpan DemoPatience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();
    private readonly IReadOnlyDictionary<string, string> _settings;
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public DemoFixture()
        : this(new Dictionary<string, string>())
    {
    }

    internal DemoFixture(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    /// <summary>What the host wrote.</summary>
    public string Output => _host!.Output.Text;

    /// <summary>The SQLite file and what is beside it.</summary>
    public IEnumerable<string> DatabaseFiles => Directory.EnumerateFiles(_folder.Path, "shop.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal));

    /// <summary>Chromium's program; null when this machine has none.</summary>
    public static string? ChromiumPath { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium" }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    /// <summary>What the demo printed: the customer's phone.</summary>
    public Uri Phone { get; private set; } = null!;

    /// <summary>What the demo printed: the start page.</summary>
    public Uri Home { get; private set; } = null!;

    /// <summary>What the demo printed: the store's dashboard.</summary>
    public Uri Dashboard { get; private set; } = null!;

    /// <summary>Where screenshots go.</summary>
    public string Artifacts { get; } = Directory.CreateDirectory(
        Path.Combine(Environment.GetEnvironmentVariable("SHOPBOT_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "TestResults"), "journey")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (ChromiumPath is null)
            return;
        var options = new HostOptions { Dll = Programs.Host, Folder = _folder.Path, Port = FreePort.Next(), Environment = "Development", Settings = _settings };
        _host = await HostProcess.StartAsync(options);
        await Eventually.HoldsAsync("the demo says it is ready", () => Addresses().Count(_host.Output.Text) >= 3 || _host.HasExited, DemoPatience, CancellationToken.None);
        var addresses = Addresses().Matches(_host.Output.Text).ToDictionary(match => match.Groups[1].Value, match => new Uri(match.Groups[2].Value));
        (Phone, Home, Dashboard) = (addresses["Chat as a customer"], addresses["Start page"], addresses["Store dashboard"]);

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumPath,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh browser window; skips the test when there is no Chromium.</summary>
    public async Task<BrowserWindow> OpenAsync()
    {
        Required.Or(ChromiumPath is not null, "Chromium is not installed (/usr/bin/chromium or CHROMIUM_PATH).");
        return await BrowserWindow.OpenAsync(_browser!, Artifacts);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex(@"^ +(Chat as a customer|Start page|Store dashboard) +(http://\S+)", RegexOptions.Multiline)]
    private static partial Regex Addresses();
}
