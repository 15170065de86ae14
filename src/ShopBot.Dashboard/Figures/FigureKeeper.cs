using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>Has the finished days of every store that was active on this host written down, well before the event log forgets them.</summary>
internal sealed partial class FigureKeeper(FigureBook book, StoreActivity activity, StoreRegistry stores, TimeProvider time, ILogger<FigureKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>A day is written down when no host's clock can still be in it.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(15);

    private readonly HashSet<StoreId> _waiting = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await KeepAsync(stoppingToken).ConfigureAwait(false);
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().TimeOfDay < AfterMidnight)
            return;
        _waiting.UnionWith(activity.TakeActiveBeforeToday());
        foreach (var id in _waiting.ToList())
        {
            try
            {
                if (await stores.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } store)
                    await book.KeepAsync(store, cancellationToken).ConfigureAwait(false);
                _waiting.Remove(id);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.NotKept(logger, id, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "Store {Store}: the figures of finished days could not be written down; it is tried again.")]
        public static partial void NotKept(ILogger logger, StoreId store, Exception exception);
    }
}
