using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Events;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>Has the finished days of every store that was active on this host written down, well before the event log forgets them.</summary>
internal sealed partial class FigureKeeper(FigureBook book, StoreRegistry stores, TimeProvider time, ILogger<FigureKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<StoreId, DateOnly> _active = new();

    /// <summary>Something of a store happened.</summary>
    public void Note(StoreId store) => _active[store] = Today();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await KeepAsync(stoppingToken).ConfigureAwait(false);
    }

    internal async Task KeepAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, day) in _active)
        {
            if (day >= Today())
                continue;
            try
            {
                if (await stores.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } store)
                    await book.KeepAsync(store, cancellationToken).ConfigureAwait(false);
                _active.TryRemove(KeyValuePair.Create(id, day));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.NotKept(logger, id, fault);
            }
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "Store {Store}: the figures of finished days could not be written down; it is tried again.")]
        public static partial void NotKept(ILogger logger, StoreId store, Exception exception);
    }
}

/// <summary>Hears which stores are active.</summary>
internal sealed class ActiveStores(FigureKeeper keeper) : IDomainEventHandler
{
    public ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken)
    {
        keeper.Note(occurred.Store);
        return ValueTask.CompletedTask;
    }
}
