using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine.Turns;

/// <summary>
/// Runs the turns of one leased lane, one event at a time, each ended by one commit: the new state with its effects, a retry, or a dead letter.
/// </summary>
internal sealed partial class TurnRunner(
    LaneWriter writer, StoreRegistry stores, Bot bot, ReadMarker readMarker, LeaseKeeper leases, EngineMetrics metrics,
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
            var item = await TakeTurnAsync(next, settling, host, stopping).ConfigureAwait(false);
            if (item is null)
                return;
            var result = await CommitAsync(item, host).ConfigureAwait(false);
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
        var document = work.State.IsEmpty ? null : ReadDocument(work, store);
        if (!store.WhatsAppEnabled)
            return Done(work, occurred) with { State = work.State, Control = document?.Control ?? LaneControl.Bot };

        var input = new TurnInput
        {
            Store = store.Profile,
            Customer = work.Lane.Customer,
            Event = ReadEvent(occurred, store),
            Document = document,
            Now = time.GetUtcNow(),
            Following = new FollowingEvents(work.Events, store, ReadEvent),
            Attempt = occurred.Attempts,
            SigningKey = store.Cipher.SigningKey,
        };
        if (settling.Wait(bot.SettleTime(input), work.Events) is { } wait)
        {
            // Nothing is handled: the commit only asks what came meanwhile.
            await Task.Delay(wait, time, aborted).ConfigureAwait(false);
            return Done(work, occurred) with { State = work.State, HandledThrough = occurred.Seq - 1, Control = document?.Control ?? LaneControl.Bot };
        }

        using var mark = readMarker.Begin(store, input.Event);
        var began = time.GetTimestamp();
        var result = await bot.RunAsync(input, aborted).ConfigureAwait(false);
        metrics.TurnEnded(time.GetElapsedTime(began), result.Document.Current.Flow);
        return Done(work, occurred) with
        {
            State = WriteDocument(work, store, result.Document),
            Outbox = [.. result.Replies.Select((reply, i) => Outgoing(work, occurred, store, reply, i))],
            Timers = [.. result.Timers.Select(timer => Timer(store, timer))],
            Events = [.. result.Events.Select((raised, i) => Raised(work, occurred, store, raised, i))],
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
        var store = occurred.Kind == EventKinds.Message ? await stores.FindAsync(work.Lane.Store).ConfigureAwait(false) : null;
        return store is null
            ? park
            : park with { Outbox = [Outgoing(work, occurred, store, new TextMessage(_options.Apology), 0)], SendAs = host.SendAs };
    }

    private async Task<CommitResult> CommitAsync(CommitItem item, TurnDispatcher.Handover host)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.CommitActivity);
        var result = item is ParkItem park
            ? await writer.ParkAsync(park).ConfigureAwait(false)
            : await writer.CommitAsync(item).ConfigureAwait(false);
        if (result.Outcome == CommitOutcome.Stale)
            metrics.TurnRefused();
        if (result.Send is { } send)
            host.Send(send);
        if (result.Outcome == CommitOutcome.Committed && item is ParkItem { RetryAt: { } at })
            host.WakeAt(at);
        return result;
    }

    private static TurnEvent ReadEvent(LaneEvent occurred, Store store)
    {
        var payload = occurred.Kind == EventKinds.Timer
            ? ReadTimerPayload(occurred, store)
            : store.Cipher.Unprotect(occurred.Payload.Span, Places.Inbox, Places.Payload, occurred.EventKey);
        return occurred.Kind switch
        {
            EventKinds.Message => new MessageTurn(StoredMessage.Read(payload)),
            EventKinds.Timer => new TimerTurn(TimerName(occurred.EventKey), payload),
            _ when occurred.Kind.StartsWith(EventKinds.External, StringComparison.Ordinal) =>
                new ExternalTurn(occurred.Kind[EventKinds.External.Length..], payload),
            _ => throw new InvalidOperationException($"An event of kind '{occurred.Kind}' is not known to this version."),
        };
    }

    /// <summary>The key of a fired timer is <c>timer:{name}:{due}</c>.</summary>
    private static string TimerName(string eventKey) => eventKey[(eventKey.IndexOf(':', StringComparison.Ordinal) + 1)..eventKey.LastIndexOf(':')];

    private static byte[] ReadTimerPayload(LaneEvent occurred, Store store) => occurred.Payload.IsEmpty
        ? []
        : store.Cipher.Unprotect(occurred.Payload.Span, Places.Timers, Places.Payload, TimerName(occurred.EventKey));

    private static ConversationDocument ReadDocument(LaneWork work, Store store) => ConversationDocument.Read(
        store.Cipher.Unprotect(work.State.Span, Places.Lanes, Places.State, StateRow(work.Lane)));

    private static byte[] WriteDocument(LaneWork work, Store store, ConversationDocument document) => store.Cipher.Protect(
        document.ToUtf8Bytes(), Places.Lanes, Places.State, StateRow(work.Lane));

    private static string StateRow(LaneKey lane) => $"{lane.Channel}:{lane.Customer}";

    private static OutboxMessage Outgoing(LaneWork work, LaneEvent occurred, Store store, OutgoingMessage message, int index)
    {
        var id = IdOf(work.Lane, occurred.EventKey, "reply", index);
        var payload = store.Cipher.Protect(MessageJson.Write(message), Places.Outbox, Places.Payload, id.ToString("N"));
        return new OutboxMessage(id, SendClass.Conversational, payload, Activity.Current?.Id ?? occurred.TraceParent);
    }

    private static TimerChange Timer(Store store, TimerEffect timer) => new(
        timer.Name,
        timer.DueAt,
        timer.Payload.IsEmpty ? default : store.Cipher.Protect(timer.Payload.Span, Places.Timers, Places.Payload, timer.Name));

    private static DomainEventRow Raised(LaneWork work, LaneEvent occurred, Store store, RaisedEvent raised, int index)
    {
        var id = IdOf(work.Lane, occurred.EventKey, "raised", index);
        return new DomainEventRow(id, raised.Kind, store.Cipher.Protect(raised.Payload.Span, Places.Events, Places.Payload, id.ToString("N")));
    }

    /// <summary>The same for a repeated turn, so that it writes the same rows.</summary>
    private static Guid IdOf(LaneKey lane, string eventKey, string what, int index)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{lane.Store}|{lane.Customer}|{eventKey}|{what}|{index}"), hash);
        return new Guid(hash[..16]);
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
