using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Shopify.Client;

/// <summary>
/// The way to the network. A host that uses <see cref="IHttpClientFactory"/> gets its client named <see cref="ShopifyClient.HttpClientName"/>,
/// with every handler it added. Others get one pool of connections of our own: it does the same, and the first answer of a process comes earlier.
/// </summary>
internal sealed class ShopifyHttp : IDisposable
{
    private readonly IHttpClientFactory? _factory;
    private readonly HttpMessageInvoker? _own;

    public ShopifyHttp(IHttpClientFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _factory = factory;
    }

    public ShopifyHttp(IServiceProvider services)
    {
        _factory = services.GetService<IHttpClientFactory>();
        if (_factory is null)
            _own = new HttpMessageInvoker(ShopifyHttpDefaults.CreateHandler(services.GetService<IMeterFactory>()));
    }

    /// <returns>The answer as soon as its headers are read.</returns>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _own is not null
            ? _own.SendAsync(request, cancellationToken)
            : _factory!.CreateClient(ShopifyClient.HttpClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _own?.Dispose();
}
