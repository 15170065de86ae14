using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ShopBot.Shopify.Search;

/// <summary>Goes on with the exports that are due, as long as the host runs.</summary>
internal sealed partial class CatalogExportService(CatalogSearch catalog, ILogger<CatalogExportService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (catalog.Exports is not { } exports)
            return;
        try
        {
            while (true)
            {
                await exports.WaitAsync(stoppingToken).ConfigureAwait(false);
                await RunAsync(exports, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; another one, or this one after its start, goes on.
        }
    }

    private async Task RunAsync(CatalogExports exports, CancellationToken stoppingToken)
    {
        try
        {
            await exports.RunDueAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2505, Level = LogLevel.Warning, Message = "Exports that are due could not be looked up; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
