using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Events;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine.Turns;

/// <summary>
/// Runs the turns of one leased lane, one event at a time, each ended by one commit: the new state with its effects, a retry, or a dead letter.
/// </summary>
internal sealed partial class TurnRunner(
    LaneWriter writer, StoreRegistry stores, Bot bot, TurnCodec codec, LaneMerger merger, ReadMarker readMarker, LeaseKeeper leases, EngineMetrics metrics,
    IOptions<ShopBotOptions> options, TimeProvider time, ILogger<TurnRunner> logger)
{
    private static readonly TimeSpan NewerHostDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(5);
    private readonly ShopBotOptions _options = options.Value;

    public async Task RunAsync(LaneWork work, TurnDispatcher.Handover host, CancellationToken stopping)
    {
        var settling = new Settling();
        for (LaneWork? next = work; next is { Events.Count: > 0 };)
        {
            stopping.ThrowIfCancellationRequested();
            var began = time.GetTimestamp();
            var item = await TakeTurnAsync(next, settling, host, stopping).ConfigureAwait(false);
            if (item is null)
                return;
            var result = await CommitAsync(item, host).ConfigureAwait(false);
            if (result.Outcome == CommitOutcome.Committed && item is TurnCommit { HandledThrough: var through })
                metrics.TurnCommitted(time.GetElapsedTime(began), Math.Max(0, through - next.Events[0].Seq + 1));
            if (result.Outcome == CommitOutcome.Refused && item is TurnCommit)
            {
                // The turn's result cannot be stored (too large, say): that is the turn's fault, and it is parked like one that threw.
                var refusal = new InvalidOperationException($"The turn could not be stored: {result.Reason}");
                result = await CommitAsync(await FailAsync(next, next.Events[0], refusal, host).ConfigureAwait(false), host).ConfigureAwait(false);
            }

            next = result.Work;
        }
    }

    /// <returns>What to commit; null when the lease was lost on the way.</returns>
    private async Task<CommitItem?> TakeTurnAsync(LaneWork work, Settling settling, TurnDispatcher.Handover host, CancellationToken stopping)
    {
        var occurred = work.Events[0];
        using var lease = leases.Keep(work, stopping);
        using var deadline = new CancellationTokenSource(_options.TurnTimeout, time);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(lease.Lost, deadline.Token);
        try
        {
            return await RunFlowAsync(work, occurred, settling, host, aborted.Token).ConfigureAwait(false);
        }
        catch (Exception) when (lease.Lost.IsCancellationRequested)
        {
            stopping.ThrowIfCancellationRequested();
            metrics.TurnRefused();
            return null;
        }
        catch (NewerConversationException)
        {
            return Park(work, occurred, nameof(NewerConversationException)) with { RetryAt = time.GetUtcNow() + NewerHostDelay };
        }
        catch (LeaseLostException)
        {
            metrics.TurnRefused();
            return null;
        }
        catch (Exception e)
        {
            return await FailAsync(work, occurred, e, host).ConfigureAwait(false);
        }
    }

    private async Task<CommitItem> RunFlowAsync(LaneWork work, LaneEvent occurred, Settling settling, TurnDispatcher.Handover host, CancellationToken aborted)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.TurnActivity, occurred.TraceParent);
        var store = await stores.FindAsync(work.Lane.Store, aborted).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The store of this lane does not exist.");
        if (occurred.Kind == StorageRules.MergeKind)
            return await merger.MergeAsync(work, occurred, store, aborted).ConfigureAwait(false);
        if (occurred.Kind.StartsWith(EventKinds.StoreFact, StringComparison.Ordinal))
            return Done(work, occurred) with { Events = [codec.StoreFact(work.Lane, occurred, store)] };

        var document = TurnCodec.ReadDocument(work, store);
        if (!store.WhatsAppEnabled)
            return Done(work, occurred) with { State = work.State, Control = document?.Control ?? LaneControl.Bot };

        var input = new TurnInput
        {
            Store = store.Profile,
            Customer = work.Lane.Customer,
            Event = TurnCodec.ReadEvent(occurred, store),
            Document = document,
            Now = time.GetUtcNow(),
            Following = new FollowingEvents(work.Events, store, TurnCodec.ReadEvent),
            Attempt = occurred.Attempts,
            Journal = new StepJournal(writer, work, occurred, store),
            SigningKey = store.Cipher.SigningKey,
        };
        if (settling.Wait(bot.SettleTime(input), work.Events) is { } wait)
        {
            // Nothing is handled: the commit only asks what came meanwhile.
            await Task.Delay(wait, time, aborted).ConfigureAwait(false);
            return Done(work, occurred) with { State = work.State, HandledThrough = occurred.Seq - 1, Control = document?.Control ?? LaneControl.Bot };
        }

        using var mark = readMarker.Begin(store, input.Event);
        metrics.TurnBegan(input.Now - occurred.OccurredAt);
        var began = time.GetTimestamp();
        var result = await bot.RunAsync(input, aborted).ConfigureAwait(false);
        metrics.TurnEnded(time.GetElapsedTime(began), result.Document.Current.Flow);
        return Done(work, occurred) with
        {
            State = TurnCodec.WriteDocument(work.Lane, store, result.Document),
            Outbox = [.. result.Replies.Select((reply, i) => codec.Reply(work.Lane, occurred, store, reply, i))],
            Timers = [.. result.Timers.Select(timer => TurnCodec.Timer(store, timer))],
            Events = codec.Facts(work, occurred, store, input.Event, result.Events),
            HandledThrough = work.Events[result.Handled - 1].Seq,
            Control = result.Control,
            SendAs = host.SendAs,
        };
    }

    private async Task<ParkItem> FailAsync(LaneWork work, LaneEvent occurred, Exception fault, TurnDispatcher.Handover host)
    {
        var attempt = occurred.Attempts + 1;
        var park = Park(work, occurred, fault.GetType().Name);
        if (attempt < _options.MaxTurnAttempts)
        {
            var delay = _options.TurnRetryDelay * Math.Pow(2, attempt - 1);
            Log.TurnFailed(logger, attempt, fault);
            return park with { RetryAt = time.GetUtcNow() + (delay < LongestRetryDelay ? delay : LongestRetryDelay) };
        }

        Log.TurnParked(logger, attempt, fault);
        metrics.EventParked();
        if (await stores.FindAsync(work.Lane.Store).ConfigureAwait(false) is not { } store)
            return park;
        park = park with
        {
            Events = [codec.Fact(work.Lane, occurred, store, EngineEvents.TurnParked, new TurnParked(park.Cause, attempt), EventJson.Default.TurnParked)],
        };
        return occurred.Kind != EventKinds.Message
            ? park
            : park with { Outbox = [codec.Apology(work.Lane, occurred, store, new TextMessage(_options.Apology))], SendAs = host.SendAs };
    }

    private async Task<CommitResult> CommitAsync(CommitItem item, TurnDispatcher.Handover host)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.CommitActivity);
        var result = item is ParkItem park
            ? await writer.ParkAsync(park).ConfigureAwait(false)
            : await writer.CommitAsync(item).ConfigureAwait(false);
        if (result.Outcome == CommitOutcome.Stale)
            metrics.TurnRefused();
        if (result.Outcome != CommitOutcome.Committed && item is TurnCommit { Absorb: { } held })
            await merger.GiveBackAsync(held, CancellationToken.None).ConfigureAwait(false);
        if (item is TurnCommit { Events: var facts } && facts.Any(fact => fact.Deliver))
            host.EventsWait();
        if (result.Send is { } send)
            host.Send(send);
        if (result.Outcome == CommitOutcome.Committed && item is ParkItem { RetryAt: { } at })
            host.WakeAt(at);
        return result;
    }

    private static TurnCommit Done(LaneWork work, LaneEvent occurred) => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        StateVersion = work.StateVersion,
        State = default,
        HandledThrough = occurred.Seq,
    };

    private static ParkItem Park(LaneWork work, LaneEvent occurred, string cause) => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        Seq = occurred.Seq,
        Cause = cause,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "A turn failed (attempt {Attempt}) and is tried again.")]
        public static partial void TurnFailed(ILogger logger, int attempt, Exception exception);

        [LoggerMessage(EventId = 1202, Level = LogLevel.Error, Message = "A turn failed {Attempts} times; its message is parked and the conversation goes on.")]
        public static partial void TurnParked(ILogger logger, int attempts, Exception exception);
    }
}
