using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Shopify.Client.Tests.GraphQL;

/// <summary>The place for a handler that signs requests (Web Bot Auth): it sees every attempt, and nothing is signed without one.</summary>
public sealed class BotAuthSlotTests
{
    [Fact]
    public async Task Handler_of_the_host_sees_every_attempt_and_may_sign_it()
    {
        var sent = new List<(string Path, bool IsSigned)>();
        var services = new ServiceCollection();
        services.AddShopifyClient(static options => options.MaxRetryWait = TimeSpan.Zero)
            .ConfigurePrimaryHttpMessageHandler(() => new Shop(sent))
            .AddHttpMessageHandler(static () => new Signs());
        await using var provider = services.BuildServiceProvider();
        var storefront = provider.GetRequiredService<ShopifyClient>().StorefrontWithoutToken(ShopDomain.Parse("demo-shop"));

        await storefront.FindVisibleProductAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("/api/2026-10/graphql.json", true), ("/api/2026-10/graphql.json", true)], sent);
    }

    [Fact]
    public async Task Nothing_is_signed_unless_the_host_says_so()
    {
        var sent = new List<(string Path, bool IsSigned)>();
        var services = new ServiceCollection();
        services.AddShopifyClient(static options => options.MaxRetryWait = TimeSpan.Zero).ConfigurePrimaryHttpMessageHandler(() => new Shop(sent));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ShopifyClient>().StorefrontWithoutToken(ShopDomain.Parse("demo-shop")).FindVisibleProductAsync(TestContext.Current.CancellationToken);

        Assert.All(sent, one => Assert.False(one.IsSigned));
    }

    private sealed class Signs : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Signature", "sig1=:AA==:");
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Fails once, then has nothing to show.</summary>
    private sealed class Shop(List<(string Path, bool IsSigned)> sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add((request.RequestUri!.AbsolutePath, request.Headers.Contains("Signature")));
            return Task.FromResult(new HttpResponseMessage(sent.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK)
            {
                Content = new StringContent("""{"data":{"products":{"nodes":[]}}}"""),
            });
        }
    }
}
