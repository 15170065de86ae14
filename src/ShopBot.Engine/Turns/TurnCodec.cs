using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Events;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine.Turns;

/// <summary>What a turn reads and writes, between its plain form and the encrypted one that storage keeps.</summary>
internal sealed class TurnCodec(Bot bot, EventSubscriptions subscriptions)
{
    private readonly bool _wantsStatuses = bot.Takes(new ExternalTurn(MessageStatusReport.Kind, default));

    public static TurnEvent ReadEvent(LaneEvent occurred, Store store)
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

    public static ConversationDocument? ReadDocument(LaneWork work, Store store) => work.State.IsEmpty ? null : ConversationDocument.Read(
        store.Cipher.Unprotect(work.State.Span, Places.Lanes, Places.State, StateRow(work.Lane)));

    public static byte[] WriteDocument(LaneKey lane, Store store, ConversationDocument document) => store.Cipher.Protect(
        document.ToUtf8Bytes(), Places.Lanes, Places.State, StateRow(lane));

    public OutboxMessage Reply(LaneKey lane, LaneEvent occurred, Store store, OutgoingMessage message, int index) => Outgoing(lane, occurred, store, message, "reply", index);

    /// <summary>What the customer is told once about an event that was set aside. When that is replayed, its replies are other rows.</summary>
    public OutboxMessage Apology(LaneKey lane, LaneEvent occurred, Store store, OutgoingMessage message) => Outgoing(lane, occurred, store, message, "apology", 0);

    private OutboxMessage Outgoing(LaneKey lane, LaneEvent occurred, Store store, OutgoingMessage message, string what, int index)
    {
        var id = RowId.Of(lane, occurred.EventKey, what, index);
        var payload = store.Cipher.Protect(MessageJson.Write(message), Places.Outbox, Places.Payload, id.ToString("N"));
        // A template costs money: when nobody knows whether it went out, it is not sent again by itself.
        var sendClass = message is TemplateMessage ? SendClass.Paid : SendClass.Conversational;
        return new OutboxMessage(id, sendClass, payload, Activity.Current?.Id ?? occurred.TraceParent, _wantsStatuses);
    }

    public static TimerChange Timer(Store store, TimerEffect timer) => new(
        timer.Name,
        timer.DueAt,
        timer.Payload.IsEmpty ? default : store.Cipher.Protect(timer.Payload.Span, Places.Timers, Places.Payload, timer.Name));

    /// <summary>The facts that a flow raised, and before them those that the engine adds.</summary>
    public IReadOnlyList<DomainEventRow> Facts(LaneWork work, LaneEvent occurred, Store store, TurnEvent turned, IReadOnlyList<RaisedEvent> raised)
    {
        List<DomainEventRow>? rows = null;
        if (work.StateVersion == 0)
        {
            var source = turned is MessageTurn { Message.Type: var type } ? type : "event";
            Add(Fact(work.Lane, occurred, store, EngineEvents.ConversationStarted, new ConversationStarted(work.Lane.Channel, source), EventJson.Default.ConversationStarted));
        }

        if (turned is MessageTurn { Message: var message } && subscriptions.Wants(EngineEvents.MessageReceived))
            Add(Fact(work.Lane, occurred, store, EngineEvents.MessageReceived, new MessageFact(message.Type), EventJson.Default.MessageFact));
        for (var i = 0; i < raised.Count; i++)
            Add(Row(work.Lane, occurred, store, raised[i].Kind, i, raised[i].Payload.Span));
        return rows ?? (IReadOnlyList<DomainEventRow>)[];

        void Add(DomainEventRow row) => (rows ??= []).Add(row);
    }

    public DomainEventRow Fact<T>(LaneKey lane, LaneEvent occurred, Store store, string kind, T content, JsonTypeInfo<T> json) =>
        Row(lane, occurred, store, kind, 0, JsonSerializer.SerializeToUtf8Bytes(content, json));

    /// <summary>A fact about the store, which no flow hears of.</summary>
    public DomainEventRow StoreFact(LaneKey lane, LaneEvent occurred, Store store) => Row(
        lane, occurred, store, occurred.Kind[EventKinds.StoreFact.Length..], 0, store.Cipher.Unprotect(occurred.Payload.Span, Places.Inbox, Places.Payload, occurred.EventKey));

    private DomainEventRow Row(LaneKey lane, LaneEvent occurred, Store store, string kind, int index, ReadOnlySpan<byte> payload)
    {
        var id = RowId.Of(lane, occurred.EventKey, kind, index);
        return new DomainEventRow(id, kind, store.Cipher.Protect(payload, Places.Events, Places.Payload, id.ToString("N")), subscriptions.Wants(kind));
    }

    /// <summary>The key of a fired timer is <c>timer:{name}:{due}</c>.</summary>
    public static string TimerName(string eventKey) => eventKey[(eventKey.IndexOf(':', StringComparison.Ordinal) + 1)..eventKey.LastIndexOf(':')];

    private static byte[] ReadTimerPayload(LaneEvent occurred, Store store) => occurred.Payload.IsEmpty
        ? []
        : store.Cipher.Unprotect(occurred.Payload.Span, Places.Timers, Places.Payload, TimerName(occurred.EventKey));

    private static string StateRow(LaneKey lane) => $"{lane.Channel}:{lane.Customer}";
}
