using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Something the platform told of. A closed family; what has no record of its own is an <see cref="UnknownEvent"/> with its JSON.
/// Deliveries repeat and come out of order: use <see cref="DeduplicationKey"/>.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks">webhooks</see>.
/// </summary>
public abstract record WebhookEvent
{
    private readonly string? _phoneNumberId;

    private protected WebhookEvent()
    {
    }

    [SetsRequiredMembers]
    private protected WebhookEvent(in EventOrigin origin)
    {
        WabaId = origin.WabaId;
        Field = origin.Field;
        _phoneNumberId = origin.PhoneNumberId;
        EntryIndex = origin.EntryIndex;
        ChangeIndex = origin.ChangeIndex;
        EntryTime = origin.EntryTime;
        Raw = origin.Memory(origin.Raw);
    }

    /// <summary><c>entry[].id</c>, normally the WhatsApp Business Account. Empty when absent.</summary>
    public required string WabaId { get; init; }

    /// <summary>What kind of change it came in, such as <c>messages</c>. Empty when absent.</summary>
    public required string Field { get; init; }

    /// <summary>The business number concerned; null for events of a whole account or template.</summary>
    public PhoneNumberId? PhoneNumberId
    {
        get => _phoneNumberId is null ? null : new PhoneNumberId(_phoneNumberId);
        init => _phoneNumberId = value?.Value;
    }

    /// <summary>Position of its entry in the delivery, from zero.</summary>
    public int EntryIndex { get; init; }

    /// <summary>Position of its change in the entry, from zero.</summary>
    public int ChangeIndex { get; init; }

    /// <summary>The exact JSON of this message, status, array element or value, as it was signed. Personal data.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>
    /// The same for every delivery of the same event, and for no other: <c>m:{number}:{wamid}</c> for messages,
    /// <c>s:{number}:{wamid}:{status}[:participant]</c> for statuses, <c>x:</c> and a hash of account, field, number, content and time for
    /// the rest, whatever the order of the content's members. May hold a wamid, so it is personal data.
    /// </summary>
    public virtual string DeduplicationKey => ContentKey.Of(this);

    /// <summary><c>entry[].time</c> as it was written; only some fields have it.</summary>
    internal string? EntryTime { get; init; }

    /// <summary>The kind, the field and the number, without the person.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Field}, {_phoneNumberId ?? WabaId})";
}
