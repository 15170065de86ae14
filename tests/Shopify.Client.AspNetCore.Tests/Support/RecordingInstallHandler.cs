using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore.Tests.Support;

internal sealed class RecordingInstallHandler(RecordingInstallHandler.Log log) : IShopifyInstallHandler
{
    public ValueTask<string> InstalledAsync(ShopifyInstallation installation, HttpContext context, CancellationToken cancellationToken)
    {
        log.Installations.Enqueue(installation);
        return ValueTask.FromResult("/shopify/setup?shop=" + installation.ShopDomain.Value);
    }

    internal sealed class Log
    {
        public ConcurrentQueue<ShopifyInstallation> Installations { get; } = new();
    }
}
