using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Shopify.Client.Tests.Agreement;

/// <summary>The real client on a handler that gives the answer of the moment, without a server in between.</summary>
internal sealed class OneAnswerShop : IDisposable
{
    private readonly ServiceProvider _services;
    private byte[] _answer = [];

    public OneAnswerShop()
    {
        var services = new ServiceCollection();
        services.AddShopifyClient(static options => options.MaxAttempts = 1).ConfigurePrimaryHttpMessageHandler(() => new Handler(this));
        _services = services.BuildServiceProvider();
        var client = _services.GetRequiredService<ShopifyClient>();
        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_1");
        Admin = client.Admin(shop);
        Storefront = client.Storefront(shop);
    }

    public ShopifyAdmin Admin { get; }

    public ShopifyStorefront Storefront { get; }

    /// <returns>What the client made of the answer; a refusal to read it counts as one, too.</returns>
    public async Task<ModelDump> ReadAsync(string operation, JsonObject answer)
    {
        _answer = Encoding.UTF8.GetBytes(answer.ToJsonString());
        try
        {
            return ModelDump.Of(await OperationCalls.All[operation](Admin, Storefront, TestContext.Current.CancellationToken));
        }
        catch (ShopifyException failure)
        {
            return ModelDump.Of(failure.Message);
        }
    }

    public void Dispose() => _services.Dispose();

    private sealed class Handler(OneAnswerShop shop) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(shop._answer);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
