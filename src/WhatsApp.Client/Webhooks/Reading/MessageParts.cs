namespace WhatsApp.Client.Webhooks;

/// <summary>What the constructors of inbound messages take: the message as found, and what was joined to it.</summary>
internal readonly ref struct MessageParts(
    ref readonly EventOrigin origin, ref readonly MessageDraft draft, string type, MessageSender from, MessageExtras? extras, JsonSlice contact, JsonSlice payload)
{
    public readonly ref readonly EventOrigin Origin = ref origin;
    public readonly ref readonly MessageDraft Draft = ref draft;

    public string Type { get; } = type;

    public MessageSender From { get; } = from;

    public MessageExtras? Extras { get; } = extras;

    public JsonSlice Contact { get; } = contact;

    /// <summary>The member named like the type; absent when there is none.</summary>
    public JsonSlice Payload { get; } = payload;
}
