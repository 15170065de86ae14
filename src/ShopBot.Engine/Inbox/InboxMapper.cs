using System.Globalization;
using ShopBot.Engine.Customers;
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
        MessageReceived { GroupId: null } message when AliasesOf(message.From, store) is { Count: > 0 } aliases => Message(message, aliases, store, traceParent),
        MessageReceived message => Note(message, store, "whatsapp.message." + (message.GroupId is null ? "anonymous" : "group")),
        StatusReceived status when StatusOf(status.Status) is { } known => Status(status, known, store),
        MalformedEvent malformed => Note(malformed, store, "whatsapp.malformed"),
        _ => Note(occurred, store, "whatsapp." + Short(occurred.Field)),
    };

    public EventAppend Map(ExternalEvent occurred, Store store, string? traceParent)
    {
        var key = Key(store, $"{occurred.Kind}:{occurred.Key}");
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
        var key = Key(store, $"{kind}:{factKey}");
        return new NoteAppend
        {
            Store = store.Id,
            EventKey = key,
            Kind = kind,
            OccurredAt = occurredAt,
            Payload = store.Cipher.Protect(payload.Span, Places.Events, Places.Payload, key),
        };
    }

    /// <summary>The keyed hash by which a platform message id is found again.</summary>
    public string MessageRef(StoreId store, MessageId message) => hasher.Hash($"{store}|wamid", message.Value);

    private EventAppend Message(MessageReceived message, List<CustomerAlias> aliases, Store store, string? traceParent)
    {
        var key = Key(store, message.DeduplicationKey);
        return new EventAppend
        {
            Store = store.Id,
            Channel = Channel,
            EventKey = key,
            Kind = EventKinds.Message,
            Aliases = aliases,
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
            EventKey = Key(store, status.DeduplicationKey),
            OccurredAt = status.Timestamp,
            MessageRef = reference,
            OutboxId = Guid.TryParseExact(status.BizOpaqueCallbackData, "N", out var id) ? id : null,
            Status = known,
            ErrorCode = status.Errors.Count > 0 ? status.Errors[0].Code : null,
            Payload = store.Cipher.Protect(status.MessageId.Value, Places.Outbox, Places.MessageId, reference),
        };
    }

    private NoteAppend Note(WebhookEvent occurred, Store store, string kind)
    {
        var key = Key(store, occurred.DeduplicationKey);
        return new NoteAppend
        {
            Store = store.Id,
            EventKey = key,
            Kind = kind,
            OccurredAt = time.GetUtcNow(),
            Payload = store.Cipher.Protect(occurred.Raw.Span, Places.Events, Places.Payload, key),
        };
    }

    private List<CustomerAlias> AliasesOf(MessageSender from, Store store)
    {
        var aliases = new List<CustomerAlias>(3);
        Add(AliasKind.UserId, from.UserId);
        Add(AliasKind.Phone, from.WaId);
        Add(AliasKind.ParentUserId, from.ParentUserId);
        return aliases;

        void Add(AliasKind kind, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            var hash = hasher.Hash($"{store.Id}|{((int)kind).ToString(CultureInfo.InvariantCulture)}", value);
            aliases.Add(new CustomerAlias(kind, hash, store.Cipher.Protect(value, Places.Aliases, Places.Value, hash)));
        }
    }

    private string Key(Store store, string key) => hasher.Hash($"{store.Id}|event", key);

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
