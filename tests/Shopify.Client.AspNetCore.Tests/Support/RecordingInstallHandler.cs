using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore.Tests.Support;

internal sealed class RecordingInstallHandler(RecordingInstallHandler.Log log) : IShopifyInstallHandler
{
    public ValueTask<string> InstalledAsync(ShopifyInstallation installation, HttpContext context, CancellationToken cancellationToken)
    {
        log.Installations.Enqueue(installation);
        return ValueTask.FromResult(log.Next ?? "/shopify/setup?shop=" + installation.ShopDomain.Value);
    }

    internal sealed class Log
    {
        public string? Next { get; init; }

        public ConcurrentQueue<ShopifyInstallation> Installations { get; } = new();
    }
}
