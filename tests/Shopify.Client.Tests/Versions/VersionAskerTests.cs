using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Auth;
using Shopify.Emulator;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Faults;
using Shopify.Emulator.Journal;

namespace Shopify.Client.Tests.Versions;

/// <summary>The daily question which versions Shopify offers, against the emulator and on a clock of the test's.</summary>
public sealed class VersionAskerTests : IAsyncLifetime
{
    private const string Shop = "demo-shop.myshopify.com";
    private readonly PausingTime _time = new(new DateTimeOffset(2025, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly Levels _logs = new();
    private ShopifyEmulator _emulator = null!;
    private EmulatedShop _shop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions { AcceptsNonExpiringTokens = true }, Token);
        _shop = _emulator.AddShop(Shop, new ShopCatalog { Name = "Demo", Products = [] });
    }

    [Fact]
    public async Task Shopify_is_asked_soon_after_the_start_and_then_once_a_day()
    {
        await using var services = Services("2026-10");
        await ConnectAsync(services, Shop);
        var asker = Asker(services);
        await asker.StartAsync(Token);

        Assert.InRange(await PauseAsync(1), TimeSpan.Zero, VersionAsker.FirstWithin);
        Assert.Equal(0, Asked());
        _time.Advance(VersionAsker.FirstWithin);
        Assert.InRange(await PauseAsync(2), VersionAsker.Every * 0.9, VersionAsker.Every * 1.1);
        Assert.Equal(1, Asked());
        _time.Advance(VersionAsker.Every * 1.1);
        await PauseAsync(3);
        Assert.Equal(2, Asked());
        await asker.StopAsync(Token);

        Assert.Equal((ApiVersionState.Supported, "2026-10", "2026-10"), Status(services));
        Assert.Empty(_logs.All);
    }

    [Fact]
    public async Task A_failure_is_tried_again_within_the_hour_and_harms_nobody()
    {
        await using var services = Services("2026-10");
        await ConnectAsync(services, Shop);
        _emulator.Faults.OnAdmin(Fault.Locked);
        var asker = Asker(services);
        await asker.StartAsync(Token);

        await PauseAsync(1);
        _time.Advance(VersionAsker.FirstWithin);
        Assert.InRange(await PauseAsync(2), VersionAsker.AgainAfter * 0.9, VersionAsker.AgainAfter * 1.1);
        Assert.Equal(1, Asked());
        _time.Advance(VersionAsker.AgainAfter * 1.1);
        await PauseAsync(3);
        Assert.Equal(2, Asked());
        await asker.StopAsync(Token);

        Assert.False(asker.ExecuteTask!.IsFaulted);
        Assert.Equal((ApiVersionState.Supported, "2026-10", "2026-10"), Status(services));
        Assert.Equal([LogLevel.Information], _logs.All);
    }

    [Theory]
    [InlineData("2026-10", "2027-07-03", ApiVersionState.EndsSoon, LogLevel.Warning)]
    [InlineData("2026-10", "2027-10-01", ApiVersionState.Ended, LogLevel.Error)]
    [InlineData("2025-10", "2025-12-01", ApiVersionState.Ended, LogLevel.Error)]
    public async Task What_the_answer_means_is_logged_and_counted(string version, string today, ApiVersionState expected, LogLevel level)
    {
        _time.SetUtcNow(DateTimeOffset.Parse(today + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var services = Services(version);
        await ConnectAsync(services, Shop);
        var outcomes = new List<object?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "shopify.client.api_version.checks" && instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Add(tags[0].Value));
        listener.Start();

        Assert.True(await Asker(services).AskAsync(Token));

        Assert.Equal(expected, services.GetRequiredService<ShopifyClient>().VersionStatus.State);
        Assert.Equal([level], _logs.All);
        Assert.Equal(["answered"], outcomes);
    }

    [Fact]
    public async Task Another_shop_is_asked_when_one_does_not_answer_and_none_is_no_fault()
    {
        await using var services = Services("2026-10");
        Assert.False(await Asker(services).AskAsync(Token));

        await ConnectAsync(services, "another-shop.myshopify.com");
        await ConnectAsync(services, Shop);

        Assert.True(await Asker(services).AskAsync(Token));
        Assert.Single(_emulator.Journal.Entries.OfType<RequestEntry>(), static entry => entry is { Operation: "ApiVersions", StatusCode: 200 });
    }

    public async ValueTask DisposeAsync() => await _emulator.DisposeAsync();

    private static VersionAsker Asker(ServiceProvider services) => services.GetServices<IHostedService>().OfType<VersionAsker>().Single();

    private static (ApiVersionState State, string? Served, string? Latest) Status(ServiceProvider services)
    {
        var status = services.GetRequiredService<ShopifyClient>().VersionStatus;
        return (status.State, status.Served, status.Latest);
    }

    private int Asked() => _emulator.Journal.Entries.OfType<RequestEntry>().Count(static entry => entry.Path.EndsWith("/graphql.json", StringComparison.Ordinal));

    /// <summary>Waits until the asker waits for the nth time, and tells for how long.</summary>
    private async Task<TimeSpan> PauseAsync(int number)
    {
        for (var i = 0; _time.Pauses.Count < number; i++)
        {
            Assert.True(i < 6000, "The next wait did not begin.");
            await Task.Delay(10, Token);
        }

        Assert.Equal(number, _time.Pauses.Count);
        return _time.Pauses.Last();
    }

    private async Task ConnectAsync(ServiceProvider services, string shop) => Assert.True(await services.GetRequiredService<IShopifyTokenStore>().SaveAsync(
        new ShopifyToken
        {
            Shop = ShopDomain.Parse(shop),
            State = ShopifyTokenState.Active,
            AccessToken = shop == Shop ? _shop.IssueAccessToken(["read_products"]) : "shpat_unknown",
            Scope = "read_products",
            GrantedAt = _time.GetUtcNow(),
        },
        Token));

    private ServiceProvider Services(string version)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging(logging => logging.AddProvider(_logs).AddFilter((category, _) => category == typeof(VersionAsker).FullName));
        services.AddShopifyClient(o => (o.ApiVersion, o.BaseUrl) = (version, _shop.Url.ToString().TrimEnd('/')));
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
        services.AddShopifyVersionWatch();
        return services.BuildServiceProvider();
    }

    /// <summary>Notes the asker's waits: the first timer of all, and every long one.</summary>
    private sealed class PausingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (Pauses.IsEmpty || dueTime > VersionAsker.AgainAfter / 2)
                Pauses.Enqueue(dueTime);
            return timer;
        }
    }

    private sealed class Levels : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<LogLevel> _lines = new();

        public IReadOnlyCollection<LogLevel> All => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue(logLevel);

        public void Dispose()
        {
        }
    }
}
