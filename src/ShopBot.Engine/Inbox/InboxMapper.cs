using System.Text.Json;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Events;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Inbox;

/// <summary>Turns events into what storage keeps: personal parts encrypted, keys hashed.</summary>
internal sealed class InboxMapper(LookupHasher hasher, TimeProvider time)
{
    public const string Channel = "whatsapp";

    public AppendItem Map(WebhookEvent occurred, Store store, string? traceParent) => occurred switch
    {
        MessageReceived { GroupId: null } message when AliasesOf(message, store) is { Count: > 0 } aliases => Message(message, aliases, store, traceParent),
        MessageReceived message => Note(message, store, "whatsapp.message." + (message.GroupId is null ? "anonymous" : "group")),
        UserIdUpdated update when AliasesOf(store, (AliasKind.UserId, update.PreviousUserId), (AliasKind.UserId, update.UserId), (AliasKind.Phone, update.WaId),
            (AliasKind.ParentUserId, update.ParentUserId)) is { Count: > 0 } aliases => External(update, EventKinds.UserIdUpdated, aliases, store, traceParent) with { SamePerson = true },
        EchoedMessage echo when AliasesOf(echo.Message.To, store) is { Count: > 0 } aliases => External(echo, EventKinds.Echo, aliases, store, traceParent),
        UserPreferenceChanged change when AliasesOf(change.User, store) is { Count: > 0 } aliases => External(change, EventKinds.Preference, aliases, store, traceParent),
        StatusReceived status when StatusOf(status.Status) is { } known => Status(status, known, store),
        MalformedEvent malformed => Note(malformed, store, "whatsapp.malformed"),
        _ => Note(occurred, store, "whatsapp." + Short(occurred.Field)),
    };

    public EventAppend Map(ExternalEvent occurred, Store store, string? traceParent)
    {
        var key = Key(store, $"{occurred.Kind}:{occurred.Key}", occurred.OccurredAt);
        return new EventAppend
        {
            Store = store.Id,
            Channel = Channel,
            Customer = occurred.Customer,
            EventKey = key,
            Kind = EventKinds.External + occurred.Kind,
            OccurredAt = occurred.OccurredAt,
            Payload = store.Cipher.Protect(occurred.Payload.Span, Places.Inbox, Places.Payload, key),
            TraceParent = traceParent,
        };
    }

    public NoteAppend Map(string kind, string factKey, ReadOnlyMemory<byte> payload, DateTimeOffset occurredAt, Store store)
    {
        var key = Key(store, $"{kind}:{factKey}", occurredAt);
        return new NoteAppend
        {
            Store = store.Id,
            EventKey = key,
            Kind = kind,
            OccurredAt = occurredAt,
            Payload = store.Cipher.Protect(payload.Span, Places.Events, Places.Payload, key),
        };
    }

    /// <summary>A fact about the store, for the lane of the store itself: that is known under a name that no person can have.</summary>
    public EventAppend MapFact(string kind, string factKey, ReadOnlyMemory<byte> payload, DateTimeOffset occurredAt, Store store)
    {
        var key = Key(store, $"{kind}:{factKey}", occurredAt);
        return new EventAppend
        {
            Store = store.Id,
            Channel = StorageRules.StoreChannel,
            Aliases = [.. AliasesOf(AliasKind.ParentUserId, "the store itself", store)],
            EventKey = key,
            Kind = EventKinds.StoreFact + kind,
            OccurredAt = occurredAt,
            Payload = store.Cipher.Protect(payload.Span, Places.Inbox, Places.Payload, key),
        };
    }

    /// <summary>A status as an event for the lane of its message, for a flow that asked for it.</summary>
    public EventAppend Report(StatusAppend status, LaneKey lane, Store store)
    {
        var report = new MessageStatusReport(status.Status, status.OutboxId, status.ErrorCode);
        var key = Key(store, $"{EventKinds.Status}:{status.EventKey}", status.OccurredAt);
        return new EventAppend
        {
            Store = store.Id,
            Channel = lane.Channel,
            Customer = lane.Customer,
            EventKey = key,
            Kind = EventKinds.External + EventKinds.Status,
            OccurredAt = status.OccurredAt,
            Payload = store.Cipher.Protect(JsonSerializer.SerializeToUtf8Bytes(report, EventJson.Default.MessageStatusReport), Places.Inbox, Places.Payload, key),
        };
    }

    /// <summary>Two requests for one dead letter put it back once: the second finds it gone.</summary>
    public static ReplayAppend Replay(ParkedEvent parked) => new()
    {
        Store = parked.Lane.Store,
        EventKey = $"replay:{Guid.NewGuid():N}",
        OccurredAt = parked.Event.OccurredAt,
        Lane = parked.Lane,
        Seq = parked.Event.Seq,
    };

    /// <summary>The keyed hash by which a platform message id is found again.</summary>
    public string MessageRef(StoreId store, MessageId message) => hasher.Hash($"{store}|wamid", message.Value);

    private EventAppend Message(MessageReceived message, List<CustomerAlias> aliases, Store store, string? traceParent)
    {
        var key = Key(store, message.DeduplicationKey, message.Timestamp);
        return new EventAppend
        {
            Store = store.Id,
            Channel = Channel,
            EventKey = key,
            Kind = EventKinds.Message,
            Aliases = aliases,
            SamePerson = message is NumberChanged or UserIdChanged,
            OpensWindow = default(CustomerServiceWindow).After(message).OpenedAt is not null,
            OccurredAt = message.Timestamp,
            Payload = store.Cipher.Protect(StoredMessage.Write(message), Places.Inbox, Places.Payload, key),
            TraceParent = traceParent,
        };
    }

    private StatusAppend Status(StatusReceived status, DeliveryStatus known, Store store)
    {
        var reference = MessageRef(store.Id, status.MessageId);
        return new StatusAppend
        {
            Store = store.Id,
            EventKey = Key(store, status.DeduplicationKey, status.Timestamp),
            OccurredAt = status.Timestamp,
            MessageRef = reference,
            OutboxId = Guid.TryParseExact(status.BizOpaqueCallbackData, "N", out var id) ? id : null,
            Status = known,
            ErrorCode = status.Errors.Count > 0 ? status.Errors[0].Code : null,
            Price = PriceOf(status.Pricing),
            Payload = store.Cipher.Protect(status.MessageId.Value, Places.Outbox, Places.MessageId, reference),
        };
    }

    private NoteAppend Note(WebhookEvent occurred, Store store, string kind)
    {
        var key = Key(store, occurred.DeduplicationKey, (occurred as MessageReceived)?.Timestamp ?? time.GetUtcNow());
        return new NoteAppend
        {
            Store = store.Id,
            EventKey = key,
            Kind = kind,
            OccurredAt = time.GetUtcNow(),
            Payload = store.Cipher.Protect(occurred.Raw.Span, Places.Events, Places.Payload, key),
        };
    }

    private EventAppend External(WebhookEvent occurred, string kind, List<CustomerAlias> aliases, Store store, string? traceParent)
    {
        var key = Key(store, occurred.DeduplicationKey, (occurred as MessageReceived)?.Timestamp ?? time.GetUtcNow());
        return new EventAppend
        {
            Store = store.Id,
            Channel = Channel,
            EventKey = key,
            Kind = EventKinds.External + kind,
            Aliases = aliases,
            OccurredAt = time.GetUtcNow(),
            Payload = store.Cipher.Protect(occurred.Raw.Span, Places.Inbox, Places.Payload, key),
            TraceParent = traceParent,
        };
    }

    /// <summary>When the platform tells of a change of number or id, the old names come first: the person is found by them, and takes the new ones.</summary>
    private List<CustomerAlias> AliasesOf(MessageReceived message, Store store) => message switch
    {
        NumberChanged change => AliasesOf(store, (AliasKind.UserId, change.PreviousUserId), (AliasKind.Phone, change.OldWaId), (AliasKind.UserId, change.UserId),
            (AliasKind.Phone, change.NewWaId), (AliasKind.ParentUserId, change.ParentUserId)),
        UserIdChanged change => AliasesOf(store, (AliasKind.UserId, change.PreviousUserId), (AliasKind.UserId, change.UserId), (AliasKind.Phone, change.WaId),
            (AliasKind.ParentUserId, change.ParentUserId)),
        _ => AliasesOf(message.From, store),
    };

    private List<CustomerAlias> AliasesOf(MessageSender from, Store store) =>
        AliasesOf(store, (AliasKind.UserId, from.UserId), (AliasKind.Phone, from.WaId), (AliasKind.ParentUserId, from.ParentUserId));

    private List<CustomerAlias> AliasesOf(Store store, params ReadOnlySpan<(AliasKind Kind, string? Value)> names)
    {
        var aliases = new List<CustomerAlias>(names.Length);
        foreach (var (kind, value) in names)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            foreach (var alias in AliasesOf(kind, value, store))
            {
                if (!aliases.Exists(known => known.Kind == kind && known.Hash == alias.Hash))
                    aliases.Add(alias);
            }
        }

        return aliases;
    }

    /// <summary>A name as storage keeps it: hashed to be found, encrypted to be used. While a look-up key is renewed, under both.</summary>
    public IEnumerable<CustomerAlias> AliasesOf(AliasKind kind, string value, Store store) =>
        hasher.HashAll(LookupKeyRenewal.Scope(store.Id, (long)kind), value)
            .Select(hash => new CustomerAlias(kind, hash, store.Cipher.Protect(value, Places.Aliases, Places.Value, hash)));

    private static MessagePrice? PriceOf(Pricing? pricing) => pricing?.Category is { } category
        ? new MessagePrice(Short(category.Value), pricing.Type is { } type ? Short(type.Value) : null, pricing.Billable ?? pricing.Type == PricingType.Regular)
        : null;

    // By the look-up key of the event's own time, which a redelivery repeats.
    private string Key(Store store, string key, DateTimeOffset at) => hasher.HashAt($"{store.Id}|event", key, at);

    private static DeliveryStatus? StatusOf(MessageStatus status) => status.Value switch
    {
        "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "played" => DeliveryStatus.Played,
        "failed" => DeliveryStatus.Failed,
        _ => null,
    };

    private static string Short(string field) => field.Length <= 48 ? field : field[..48];
}
