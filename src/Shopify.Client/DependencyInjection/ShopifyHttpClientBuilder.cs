using Shopify.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The factory of HTTP clients is registered when somebody adds to the client, not before.</summary>
internal sealed class ShopifyHttpClientBuilder(IServiceCollection services) : IHttpClientBuilder
{
    private IServiceCollection? _withFactory;

    public string Name => ShopifyClient.HttpClientName;

    public IServiceCollection Services => _withFactory ??= services.AddHttpClient();
}
