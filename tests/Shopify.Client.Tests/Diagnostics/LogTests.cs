using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Diagnostics;

public sealed class LogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_are_in_no_line_at_any_level()
    {
        var lines = new Lines();
        // With the factory of HTTP clients, which writes headers at its lowest level.
        await using var fixture = await ClientFixture.StartAsync(more: services => lines.Register(services.AddHttpClient()));
        fixture.Stub.Answers($$"""{"errors":"token {{ClientFixture.Token}} is wrong"}""", 502).Answers(Answers.Shop).Answers(Answers.CartCreated);

        await fixture.Admin.GetShopAsync(Token);
        await fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("gid://shopify/ProductVariant/9", 2)] }, Token);

        Assert.Contains(lines.All, static line => line.Contains("X-Shopify-Access-Token", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, static line => line.Contains(ClientFixture.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_trouble_and_ignored_filters_are_told_once()
    {
        var lines = new Lines();
        await using var fixture = await ClientFixture.StartAsync(static options => options.ApiVersion = "2025-07", more: lines.Register);
        var searched = Answers.Shop.Replace("\"extensions\":{", "\"extensions\":{\"search\":[{\"warnings\":[{\"field\":\"x\",\"code\":\"invalid_field\"}]}],", StringComparison.Ordinal);
        for (var call = 0; call < 3; call++)
            fixture.Stub.Answers(searched, 200, ("X-Shopify-API-Version", "2026-01"), ("X-Shopify-API-Deprecated-Reason", "https://shopify.dev/changes"));

        for (var call = 0; call < 3; call++)
            await fixture.Admin.GetShopAsync(Token);

        Assert.Single(lines.All, static line => line.Contains("2026-01 instead of 2025-07", StringComparison.Ordinal));
        Assert.Single(lines.All, static line => line.Contains("deprecated", StringComparison.Ordinal));
        Assert.Single(lines.All, static line => line.Contains("invalid_field", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-01", 1)]
    [InlineData("2026-10", 0)]
    public async Task Version_near_its_end_is_told(string version, int times)
    {
        var lines = new Lines();
        await using var fixture = await ClientFixture.StartAsync(options => options.ApiVersion = version, more: lines.Register);
        fixture.Stub.Answers(Answers.Shop, 200, ("X-Shopify-API-Version", version)).Answers(Answers.Shop, 200, ("X-Shopify-API-Version", version));

        await fixture.Admin.GetShopAsync(Token);
        await fixture.Admin.GetShopAsync(Token);

        Assert.Equal(times, lines.All.Count(static line => line.Contains("is supported until", StringComparison.Ordinal)));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> All => _lines;

        public void Register(IServiceCollection services) => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
