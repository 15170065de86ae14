using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Diagnostics;
using ShopBot.Engine.Events;
using ShopBot.Engine.Hosting;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine.Outbox;

/// <summary>
/// Sends rows that are committed as Sending and closes each by what the platform answered. A send of unknown outcome is never repeated here:
/// it waits for its status.
/// </summary>
internal sealed partial class OutboxSender(
    WhatsAppClient client, StoreRegistry stores, InboxMapper mapper, LaneWriter writer, EventSubscriptions subscriptions, EngineMetrics metrics,
    IOptions<ShopBotOptions> options, TimeProvider time, ILogger<OutboxSender> logger)
{
    /// <summary>The platform's code for a free-form message outside the customer service window.</summary>
    private const int WindowClosedCode = 131047;

    /// <summary>A send that could outlive its lease is not begun. The client's own deadline is 5 s.</summary>
    private static readonly TimeSpan SendDeadline = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(5);

    /// <summary>Sends the row, then the lane's next ones as long as there are any.</summary>
    public async Task RunAsync(SendWork work, TurnDispatcher.Handover host, CancellationToken stopping)
    {
        for (SendWork? next = work; next is not null;)
        {
            if (next.MaybeDuplicate)
            {
                metrics.SentAgain();
                Log.SentAgain(logger, next.OutboxId);
            }

            var began = time.GetTimestamp();
            var outcome = await SendAsync(next, host, stopping).ConfigureAwait(false);
            metrics.SendEnded(NameOf(outcome.Outcome), time.GetElapsedTime(began));
            using var activity = EngineDiagnostics.Start(EngineDiagnostics.CloseActivity);
            var result = await writer.CommitAsync(outcome).ConfigureAwait(false);
            if (outcome.Events.Any(row => row.Deliver))
                host.EventsWait();
            if (outcome.RetryAt is { } at)
                host.WakeAt(at);
            next = result.Send;
        }
    }

    private async Task<SendCommit> SendAsync(SendWork work, TurnDispatcher.Handover host, CancellationToken stopping)
    {
        using var activity = EngineDiagnostics.Start(EngineDiagnostics.SendActivity, work.TraceParent);
        var close = new SendCommit
        {
            Lane = work.Lane,
            OutboxId = work.OutboxId,
            Attempt = work.Attempt,
            Owner = host.Owner,
            Outcome = SendOutcome.Rejected,
        };
        if (time.GetUtcNow() + SendDeadline > work.LeaseUntil)
            return close with { Outcome = SendOutcome.Retry, RetryAt = time.GetUtcNow() };
        Store? store = null;
        OutgoingMessage? message = null;
        try
        {
            store = await stores.FindAsync(work.Lane.Store, stopping).ConfigureAwait(false);
            if (store is not { WhatsAppEnabled: true, PhoneNumberId: { } number, WhatsApp: { } credentials } || RecipientOf(work, store) is not { } recipient)
            {
                Log.NobodyToSendTo(logger, work.OutboxId);
                return close;
            }

            message = MessageJson.Read(store.Cipher.Unprotect(work.Payload.Span, Places.Outbox, Places.Payload, work.OutboxId.ToString("N")));
            // A stored message is read back in its raw form, so its type tells what it is.
            if (message.Type != "template" && !new CustomerServiceWindow(work.LastInboundAt).IsOpen(time.GetUtcNow(), TimeSpan.Zero))
            {
                if (options.Value.Outbox.ClosedWindowTemplate?.Invoke(store.Profile, message) is not { } template)
                    return WindowClosed(close, store, message);
                message = template;
            }

            var sender = client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken));
            var sent = await sender.SendAsync(
                recipient,
                message,
                new SendOptions { BizOpaqueCallbackData = work.OutboxId.ToString("N"), Validate = false, Pacing = WhatsAppPacingMode.Throw },
                stopping).ConfigureAwait(false);
            var reference = mapper.MessageRef(store.Id, sent.MessageId);
            return close with
            {
                Events = Fact(EngineEvents.MessageSent, close, store, message, null),
                Outcome = SendOutcome.Sent,
                MessageRef = reference,
                MessageId = store.Cipher.Protect(sent.MessageId.Value, Places.Outbox, Places.MessageId, reference),
            };
        }
        catch (WhatsAppApiException e)
        {
            return Close(close, e, work.Attempt, store, message);
        }
        catch (WhatsAppPacedException e)
        {
            // Not its turn: the lane waits in storage instead of holding its lease, however often that happens.
            return PutBack(close, e.RetryAfter);
        }
        catch (WhatsAppUnavailableException e)
        {
            return e.RequestWasSent ? close with { Outcome = SendOutcome.Unknown } : Retry(close, work.Attempt, e.SuggestedDelay);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return close with { Outcome = SendOutcome.Unknown };
        }
        catch (Exception e) when (e is CryptographicException or WhatsAppException or FormatException or ArgumentException)
        {
            Log.CannotBeSent(logger, work.OutboxId, e);
            return close;
        }
    }

    /// <summary>Late by more than the window: the platform would refuse it, or a template goes instead.</summary>
    private SendCommit WindowClosed(SendCommit close, Store store, OutgoingMessage message)
    {
        metrics.WindowClosed();
        Log.WindowClosed(logger, close.OutboxId);
        return close with { ErrorCode = WindowClosedCode, Events = Fact(EngineEvents.MessageFailed, close, store, message, WindowClosedCode) };
    }

    private IReadOnlyList<DomainEventRow> Fact(string kind, SendCommit close, Store store, OutgoingMessage message, int? errorCode)
    {
        if (kind == EngineEvents.MessageSent && !subscriptions.Wants(kind))
            return [];
        var id = RowId.Of(close.Lane, close.OutboxId.ToString("N"), kind, 0);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new MessageFact(message.Type, close.OutboxId, errorCode), EventJson.Default.MessageFact);
        return [new DomainEventRow(id, kind, store.Cipher.Protect(payload, Places.Events, Places.Payload, id.ToString("N")), subscriptions.Wants(kind))];
    }

    private SendCommit Close(SendCommit close, WhatsAppApiException fault, int attempt, Store? store, OutgoingMessage? message)
    {
        var coded = close with { ErrorCode = fault.Code };
        switch (fault.RetryClass)
        {
            case WhatsAppRetryClass.NotProcessed:
            case WhatsAppRetryClass.PairLimit:
                return Retry(coded, attempt, fault.HeldBackFor ?? fault.SuggestedDelay);
            case WhatsAppRetryClass.UnknownOutcome:
                return coded with { Outcome = SendOutcome.Unknown };
            default:
                Log.Rejected(logger, close.OutboxId, fault.Code, fault.FbTraceId);
                return store is null || message is null ? coded : coded with { Events = Fact(EngineEvents.MessageFailed, close, store, message, fault.Code) };
        }
    }

    private SendCommit Retry(SendCommit close, int attempt, TimeSpan? suggested)
    {
        if (attempt >= options.Value.Outbox.MaxAttempts)
        {
            Log.Rejected(logger, close.OutboxId, close.ErrorCode, null);
            return close;
        }

        return PutBack(close, suggested ?? TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)));
    }

    private SendCommit PutBack(SendCommit close, TimeSpan delay) =>
        close with { Outcome = SendOutcome.Retry, RetryAt = time.GetUtcNow() + (delay < LongestRetryDelay ? delay : LongestRetryDelay) };

    /// <summary>The phone number when it is known, which keeps it visible in webhooks; else the business-scoped user id.</summary>
    private static Recipient? RecipientOf(SendWork work, Store store)
    {
        return Open(AliasKind.Phone) is { } phone ? new Recipient.Phone(phone)
            : Open(AliasKind.UserId) is { } user ? new Recipient.User(user)
            : Open(AliasKind.ParentUserId) is { } parent ? new Recipient.User(parent)
            : null;

        string? Open(AliasKind kind) => work.Aliases.FirstOrDefault(alias => alias.Kind == kind) is { } alias
            ? store.Cipher.UnprotectText(alias.Value.Span, Places.Aliases, Places.Value, alias.Hash)
            : null;
    }

    private static string NameOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Retry => "retry",
        SendOutcome.Unknown => "unknown",
        _ => "rejected",
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "Message {OutboxId} is sent again: the first attempt brought no answer and no status. A second copy is possible.")]
        public static partial void SentAgain(ILogger logger, Guid outboxId);

        [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "Message {OutboxId} was refused by WhatsApp with code {Code} (trace {FbTraceId}).")]
        public static partial void Rejected(ILogger logger, Guid outboxId, int? code, string? fbTraceId);

        [LoggerMessage(EventId = 1303, Level = LogLevel.Warning, Message = "Message {OutboxId} has nobody to go to: the store is switched off or the customer has no address.")]
        public static partial void NobodyToSendTo(ILogger logger, Guid outboxId);

        [LoggerMessage(EventId = 1305, Level = LogLevel.Warning, Message = "Message {OutboxId} was not sent: the customer service window closed before, and no template takes its place.")]
        public static partial void WindowClosed(ILogger logger, Guid outboxId);

        [LoggerMessage(EventId = 1304, Level = LogLevel.Error, Message = "Message {OutboxId} cannot be sent.")]
        public static partial void CannotBeSent(ILogger logger, Guid outboxId, Exception exception);
    }
}
