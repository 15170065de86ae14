using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Events;

/// <summary>Hands the domain events of one lane to their handlers, in order, and closes them in storage.</summary>
internal sealed partial class EventDelivery(
    EventSubscriptions subscriptions, LaneWriter writer, StoreRegistry stores, IServiceScopeFactory scopes, EngineMetrics metrics,
    IOptions<ShopBotOptions> options, TimeProvider time, ILogger<EventDelivery> logger)
{
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(5);
    private readonly EventOptions _options = options.Value.Events;

    public async Task RunAsync(EventWork work, string owner, Action<DateTimeOffset> wakeAt, CancellationToken stopping)
    {
        for (EventWork? next = work; next is not null;)
        {
            var close = await DeliverAsync(next, owner, stopping).ConfigureAwait(false);
            var result = await writer.CommitAsync(close).ConfigureAwait(false);
            if (close.RetryAt is { } at)
                wakeAt(at);
            next = result.Events;
        }
    }

    /// <summary>Delivers as many as go well; the first that does not ends the batch.</summary>
    private async Task<EventCommit> DeliverAsync(EventWork work, string owner, CancellationToken stopping)
    {
        var close = new EventCommit { Lane = work.Lane, Owner = owner, Fence = work.Fence, Through = work.Events[0].Number - 1 };
        var store = await stores.FindAsync(work.Lane.Store, stopping).ConfigureAwait(false);
        foreach (var logged in work.Events)
        {
            // What cannot end before the lease does is left to the next delivery.
            var left = work.LeaseUntil - time.GetUtcNow();
            if (close.Through >= work.Events[0].Number && left < _options.Timeout)
                return close;

            try
            {
                if (store is not null)
                    await HandleAsync(work.Lane, store, logged, left < _options.Timeout ? left : _options.Timeout, stopping).ConfigureAwait(false);
                metrics.EventDelivered("delivered");
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                return Failed(close, logged, e);
            }

            close = close with { Through = logged.Number };
        }

        return close;
    }

    private async Task HandleAsync(LaneKey lane, Store store, LoggedEvent logged, TimeSpan timeout, CancellationToken stopping)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.EventActivity);
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        var occurred = new DomainEvent
        {
            Id = logged.Id,
            Kind = logged.Kind,
            Store = lane.Store,
            Customer = lane.Customer,
            Number = logged.Number,
            RecordedAt = logged.RecordedAt,
            Attempt = logged.Attempts,
            Payload = store.Cipher.Unprotect(logged.Payload.Span, Places.Events, Places.Payload, logged.Id.ToString("N")),
        };
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            foreach (var handler in subscriptions.Handlers(logged.Kind, scope.ServiceProvider))
                await handler.HandleAsync(occurred, either.Token).ConfigureAwait(false);
        }
    }

    private EventCommit Failed(EventCommit close, LoggedEvent logged, Exception fault)
    {
        var attempt = logged.Attempts + 1;
        if (attempt >= _options.MaxAttempts)
        {
            metrics.EventDelivered("given_up");
            Log.GivenUp(logger, logged.Kind, logged.Id, attempt, fault);
            return close with { Through = logged.Number, Cause = fault.GetType().Name };
        }

        metrics.EventDelivered("retry");
        Log.Failed(logger, logged.Kind, logged.Id, attempt, fault);
        var delay = TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
        return close with { RetryAt = time.GetUtcNow() + (delay < LongestRetryDelay ? delay : LongestRetryDelay) };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "Event {Kind} {EventId} could not be delivered (attempt {Attempt}) and is tried again; later events of its conversation wait.")]
        public static partial void Failed(ILogger logger, string kind, Guid eventId, int attempt, Exception exception);

        [LoggerMessage(EventId = 1502, Level = LogLevel.Error, Message = "Event {Kind} {EventId} could not be delivered in {Attempts} attempts and is given up; it stays in the event log.")]
        public static partial void GivenUp(ILogger logger, string kind, Guid eventId, int attempts, Exception exception);
    }
}
