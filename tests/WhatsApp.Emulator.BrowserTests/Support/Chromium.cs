using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace WhatsApp.Emulator.BrowserTests.Support;

/// <summary>The distribution's Chromium, started once; every test gets windows of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Chromium's program; null when this machine has none.</summary>
    private static string? ProgramPath { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium" }.FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    public async ValueTask InitializeAsync()
    {
        if (ProgramPath is null)
            return;
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ProgramPath,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
            ],
        });
    }

    /// <summary>The browser; skips the test without one, or fails it when <c>SHOPBOT_REQUIRE_ALL=1</c>.</summary>
    public IBrowser Require()
    {
        const string Reason = "Chromium is not installed (/usr/bin/chromium or CHROMIUM_PATH).";
        if (_browser is null && Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1")
            Assert.Fail(Reason);
        if (_browser is null)
            Assert.Skip(Reason);
        return _browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
