using System.Security.Cryptography;
using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Desk;

/// <summary>
/// What the people of a store see and do: their conversations in plain text, replies, hand-off, dead letters, the event log. Every call names the store and touches nothing of any other.
/// What it changes goes through the conversation's lane. Lists are newest first and may lag behind by seconds. Thread-safe.
/// </summary>
public sealed class StoreDesk
{
    private const int LookedAtForPreview = 8;
    private const int DescribedAtOnce = 4;
    private readonly IConversationReader _reader;
    private readonly WhatsAppInbox _inbox;
    private readonly InboxMapper _mapper;
    private readonly TimeProvider _time;

    internal StoreDesk(IConversationReader reader, WhatsAppInbox inbox, InboxMapper mapper, TimeProvider time)
    {
        _reader = reader;
        _inbox = inbox;
        _mapper = mapper;
        _time = time;
    }

    /// <summary>Lists conversations by their last activity.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Only those whose last activity is earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more. Each costs a query of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<DeskConversation>> ListAsync(
        Store store, LaneFilter filter, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var lanes = await _reader.ListLanesAsync(store.Id, filter, before, maxItems, cancellationToken).ConfigureAwait(false);
        // A few at once, so that a page of 25 does not wait for 25 queries one after the other, and takes no more than its share of the connections.
        var list = new DeskConversation[lanes.Count];
        await Parallel.ForAsync(
            0, lanes.Count, new ParallelOptions { MaxDegreeOfParallelism = DescribedAtOnce, CancellationToken = cancellationToken },
            async (i, token) => list[i] = await DescribeAsync(store, lanes[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return list;
    }

    /// <summary>Reads one conversation; null when the store has no such customer.</summary>
    public async ValueTask<DeskConversation?> FindAsync(Store store, CustomerId customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await _reader.FindLaneAsync(LaneOf(store, customer), cancellationToken).ConfigureAwait(false) is { } lane
            ? await DescribeAsync(store, lane, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Reads what was said in a conversation, newest first, as far as it is retained.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="before">Only what is earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<DeskMessage>> ReadAsync(
        Store store, CustomerId customer, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var lane = LaneOf(store, customer);
        var history = await _reader.ReadHistoryAsync(lane, before, maxItems, cancellationToken).ConfigureAwait(false);
        return Messages(store, lane, history);
    }

    /// <summary>Finds the customer who has this phone number; null when there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="phone">The number in international form; anything but digits is ignored.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<CustomerId?> FindByPhoneAsync(Store store, string phone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(phone);
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 0
            ? null
            : await _reader.FindCustomerAsync(store.Id, [.. _mapper.AliasesOf(AliasKind.Phone, digits, store)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says something to the customer in the store's name and puts the conversation into a person's hands. Nothing is said while the bot is off, or to somebody who opted out.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="text">1 to 4,096 characters.</param>
    /// <param name="key">What makes two calls the same reply, such as the id of the form it was written in: it is sent once.</param>
    /// <param name="idle">How long both must be silent before the flow takes over again; null for <see cref="HandOffOptions.Idle"/>.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <returns>False: the store has no such customer.</returns>
    public Task<bool> ReplyAsync(Store store, CustomerId customer, string text, string key, TimeSpan? idle = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, OwnerReply.MaxLength, nameof(text));
        return AcceptAsync(store, customer, OwnerReply.Kind, key, new OwnerReply(text, idle).ToUtf8Bytes(), cancellationToken);
    }

    /// <summary>Says who answers from now on. A customer's own opt-out is not changed by it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="control">Who.</param>
    /// <param name="key">What makes two calls the same.</param>
    /// <param name="idle">For a person: how long both must be silent before the flow takes over again; null for <see cref="HandOffOptions.Idle"/>.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <returns>False: the store has no such customer.</returns>
    public Task<bool> SetControlAsync(
        Store store, CustomerId customer, LaneControl control, string key, TimeSpan? idle = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(store, customer, ControlCommand.Kind, key, new ControlCommand(control, idle).ToUtf8Bytes(), cancellationToken);

    /// <summary>Lists dead letters.</summary>
    public async ValueTask<IReadOnlyList<DeskDeadLetter>> ListDeadLettersAsync(Store store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var parked = await _reader.ListParkedAsync(store.Id, before, maxItems, cancellationToken).ConfigureAwait(false);
        return [.. parked.Select(one => new DeskDeadLetter(
            one.Lane.Customer, one.Event.Seq, one.ParkedAt, one.Cause, one.Event.Attempts, Message(store, new InboundEntry(one.ParkedAt, one.Event, one.Cause))))];
    }

    /// <summary>Puts a dead letter back at the end of its conversation, to be tried again.</summary>
    /// <param name="store">The store.</param>
    /// <param name="customer">Whose conversation.</param>
    /// <param name="seq">Its place.</param>
    /// <param name="cancellationToken">Not used to give up a write that has begun.</param>
    /// <returns>False: the store has no such dead letter, or not any more.</returns>
    public async Task<bool> ReplayAsync(Store store, CustomerId customer, long seq, CancellationToken cancellationToken = default)
    {
        const int page = 200;
        ArgumentNullException.ThrowIfNull(store);
        DateTimeOffset? before = null;
        while (true)
        {
            var parked = await _reader.ListParkedAsync(store.Id, before, page, cancellationToken).ConfigureAwait(false);
            if (parked.FirstOrDefault(one => one.Lane.Customer == customer && one.Event.Seq == seq) is { } found)
                return await _inbox.ReplayAsync(found, cancellationToken).ConfigureAwait(false);
            if (parked.Count < page)
                return false;
            before = parked[^1].ParkedAt;
        }
    }

    /// <summary>Lists messages that were refused for good, or whose outcome stayed uncertain.</summary>
    public async ValueTask<IReadOnlyList<DeskFailedSend>> ListFailedSendsAsync(Store store, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var failed = await _reader.ListFailedSendsAsync(store.Id, before, maxItems, cancellationToken).ConfigureAwait(false);
        return [.. failed.Select(entry => new DeskFailedSend(entry.Lane.Customer, Message(store, entry, DeskSpeaker.Bot)))];
    }

    /// <summary>Lists the event log.</summary>
    /// <param name="store">The store.</param>
    /// <param name="kinds">Only these kinds; empty for all.</param>
    /// <param name="before">Only what was recorded earlier; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<DeskFact>> ListFactsAsync(
        Store store, IReadOnlyList<string> kinds, DateTimeOffset? before, int maxItems, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var events = await _reader.ListEventsAsync(store.Id, kinds, before, maxItems, cancellationToken).ConfigureAwait(false);
        return [.. events.Select(entry => new DeskFact(
            entry.RecordedAt, entry.Id, entry.Lane?.Customer, entry.Kind, store.Cipher.Unprotect(entry.Payload.Span, Places.Events, Places.Payload, entry.Place)))];
    }

    private async Task<bool> AcceptAsync(Store store, CustomerId customer, string kind, string key, byte[] payload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return await _inbox.AcceptAsync(store, new ExternalEvent(customer, kind, key, payload, _time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<DeskConversation> DescribeAsync(Store store, LaneSummary lane, CancellationToken cancellationToken)
    {
        var history = await _reader.ReadHistoryAsync(lane.Lane, null, LookedAtForPreview, cancellationToken).ConfigureAwait(false);
        var messages = Messages(store, lane.Lane, history);
        return new DeskConversation
        {
            Customer = lane.Lane.Customer,
            Name = history.OfType<InboundEntry>().Select(entry => Received(store, entry)?.From.ProfileName).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)),
            Phone = lane.Aliases.FirstOrDefault(alias => alias.Kind == AliasKind.Phone) is { } phone
                ? store.Cipher.UnprotectText(phone.Value.Span, Places.Aliases, Places.Value, phone.Hash)
                : null,
            Control = lane.Control,
            LastActivityAt = lane.LastActivityAt,
            WindowEndsAt = new CustomerServiceWindow(lane.LastInboundAt).ClosesAt,
            Waiting = lane.Waiting,
            OptedOut = lane.Control == LaneControl.Muted && IsOptedOut(store, lane),
            Last = messages.FirstOrDefault(message => message.Speaker != DeskSpeaker.System) ?? messages.FirstOrDefault(),
        };
    }

    private static bool IsOptedOut(Store store, LaneSummary lane) => !lane.State.IsEmpty && ConversationDocument.Read(
        store.Cipher.Unprotect(lane.State.Span, Places.Lanes, Places.State, $"{lane.Lane.Channel}:{lane.Lane.Customer}")).OptedOut;

    private static List<DeskMessage> Messages(Store store, LaneKey lane, IReadOnlyList<HistoryEntry> history)
    {
        // Which rows a person of the store caused is seen in the event that caused them.
        var own = history.OfType<InboundEntry>()
            .Where(static entry => entry.Event.Kind == EventKinds.External + OwnerReply.Kind)
            .Select(entry => RowId.Of(lane, entry.Event.EventKey, "reply", 0))
            .ToHashSet();
        // Of one moment a reply is newer than its question.
        var ordered = history.Where(static entry => !IsCommand(entry)).OrderByDescending(static entry => entry.At).ThenBy(static entry => entry is OutboundEntry ? 0 : 1);
        return [.. ordered.Select(entry => entry switch
        {
            OutboundEntry sent => Message(store, sent, own.Contains(sent.OutboxId) ? DeskSpeaker.Person : DeskSpeaker.Bot),
            _ => Message(store, (InboundEntry)entry),
        })];
    }

    /// <summary>A reply is shown as the message it became.</summary>
    private static bool IsCommand(HistoryEntry entry) =>
        entry is InboundEntry { Cause: null, Event.Kind: EventKinds.External + OwnerReply.Kind or StorageRules.MergeKind };

    private static DeskMessage Message(Store store, OutboundEntry entry, DeskSpeaker speaker)
    {
        DeskMessage message;
        try
        {
            var stored = MessageJson.Read(store.Cipher.Unprotect(entry.Payload.Span, Places.Outbox, Places.Payload, entry.OutboxId.ToString("N")));
            message = DeskText.Of(stored, entry.At, speaker);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            message = new DeskMessage { At = entry.At, Speaker = speaker, Kind = "unreadable" };
        }

        return message with { State = entry.State, Delivery = entry.Delivery, ErrorCode = entry.ErrorCode };
    }

    private static DeskMessage Message(Store store, InboundEntry entry)
    {
        if (Received(store, entry) is { } received)
            return new DeskMessage { At = entry.At, Speaker = DeskSpeaker.Customer, Kind = received.Type, Text = DeskText.Of(received), Parked = entry.Cause is not null };
        var kind = entry.Event.Kind.StartsWith(EventKinds.External, StringComparison.Ordinal) ? entry.Event.Kind[EventKinds.External.Length..] : entry.Event.Kind;
        return new DeskMessage { At = entry.At, Speaker = DeskSpeaker.System, Kind = ControlOf(store, entry) ?? kind, Parked = entry.Cause is not null };
    }

    private static string? ControlOf(Store store, InboundEntry entry) =>
        entry.Event.Kind == EventKinds.External + ControlCommand.Kind && TurnCodec.ReadEvent(entry.Event, store) is ExternalTurn command
            ? $"{ControlCommand.Kind}.{ControlCommand.Read(command.Payload).Control.ToString().ToLowerInvariant()}"
            : null;

    private static MessageReceived? Received(Store store, InboundEntry entry)
    {
        if (entry.Event.Kind != EventKinds.Message)
            return null;
        try
        {
            return (TurnCodec.ReadEvent(entry.Event, store) as MessageTurn)?.Message;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or WebhookFormatException)
        {
            return null;
        }
    }

    private static LaneKey LaneOf(Store store, CustomerId customer) => new(store.Id, InboxMapper.Channel, customer);
}
