using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;

namespace Shopify.Client.Tests;

public sealed class ShopifyClientOptionsTests
{
    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var options = new ShopifyClientOptions();

        Assert.Equal("2026-10", options.ApiVersion);
        Assert.Null(options.BaseUrl);
        Assert.Null(options.AuthorizeBaseUrl);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Timeout);
        Assert.Equal(3, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(10), options.MaxRetryWait);
        Assert.Equal(TimeSpan.FromMinutes(10), options.MaxPacingWait);
        Assert.Equal(1000, options.MaxQueuedCalls);
        Assert.Equal(10, options.CircuitBreakerFailures);
        Assert.Equal(TimeSpan.FromSeconds(15), options.CircuitBreakerPause);
        Assert.True(options.ShareIdenticalReads);
        Assert.Matches(@"^Shopify\.Client/\d+\.\d+\.\d+$", options.UserAgent);
    }

    [Fact]
    public void Section_ConfiguresClientAndApp()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ApiKey"] = "id",
            ["ApiSecret"] = "secret",
            ["Scopes"] = "read_products,write_orders",
            ["ApiVersion"] = "2026-07",
            ["BaseUrl"] = "http://127.0.0.1:5001",
        }).Build();
        var services = new ServiceCollection().AddShopifyApp(section);
        services.AddShopifyClient(section);
        using var provider = services.BuildServiceProvider();

        var app = provider.GetRequiredService<IOptions<ShopifyAppOptions>>().Value;
        Assert.Equal(["read_products", "write_orders"], app.Scopes);
        Assert.Equal(["secret"], app.GetSecrets());
        var client = provider.GetRequiredService<IOptions<ShopifyClientOptions>>().Value;
        Assert.Equal("2026-07", client.ApiVersion);
        Assert.Equal("http://127.0.0.1:5001", client.BaseUrl);
        Assert.NotNull(provider.GetRequiredService<ShopifyClient>());
    }

    [Fact]
    public void WrongClientOptions_AreReportedTogether()
    {
        using var provider = Provider(static services => services.AddShopifyClient(static options =>
        {
            options.ApiVersion = "2026-13/../x";
            options.BaseUrl = "ftp://example";
            options.Timeout = TimeSpan.Zero;
            options.MaxAttempts = 0;
            options.MaxRetryWait = TimeSpan.FromHours(1);
            options.MaxPacingWait = TimeSpan.FromHours(2);
            options.MaxQueuedCalls = 0;
            options.CircuitBreakerFailures = -1;
            options.CircuitBreakerPause = TimeSpan.Zero;
            options.UserAgent = "a\nb";
        }));

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ShopifyClientOptions>>().Value);

        Assert.Equal(10, failure.Failures.Count());
    }

    [Fact]
    public void MissingSecret_IsRefused_NeverVerificationOff()
    {
        using var provider = Provider(static services => services.AddShopifyApp(static options => options.Scopes = []));

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ShopifyAppOptions>>().Value);

        Assert.Equal(3, failure.Failures.Count());
    }

    [Fact]
    public void SecondRegistration_KeepsTheHandlerOfTheHost()
    {
        using var own = new HttpClientHandler();
        using var provider = Provider(services =>
        {
            services.AddShopifyClient().ConfigurePrimaryHttpMessageHandler(() => own);
            services.AddShopifyApp();
        });

        HttpMessageHandler? handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ShopifyClient.HttpClientName);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        Assert.Same(own, handler);
    }

    private static ServiceProvider Provider(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        return services.BuildServiceProvider();
    }
}
