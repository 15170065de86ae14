namespace WhatsApp.Client.Webhooks;

/// <summary>What a message refers to.</summary>
public sealed record MessageContext
{
    private LazyText _id;
    private LazyText _from;
    private LazyText _fromUserId;
    private LazyText _fromParentUserId;

    /// <summary>Creates a context, for tests.</summary>
    public MessageContext()
    {
    }

    internal MessageContext(LazyText id, LazyText from, LazyText fromUserId, LazyText fromParentUserId) =>
        (_id, _from, _fromUserId, _fromParentUserId) = (id, from, fromUserId, fromParentUserId);

    /// <summary>The quoted message; null when forwarded or unknown.</summary>
    public MessageId? Id
    {
        get => _id.Value is { } id ? new MessageId(id) : null;
        init => _id = new LazyText(value?.Value);
    }

    /// <summary>Who wrote the quoted message, as phone digits or else as user id; null when unknown.</summary>
    public string? From
    {
        get => _from.Value ?? _fromUserId.Value;
        init => _from = new LazyText(value);
    }

    /// <summary>The business-scoped user id of who wrote the quoted message; null when absent.</summary>
    public string? FromUserId
    {
        get => _fromUserId.Value;
        init => _fromUserId = new LazyText(value);
    }

    /// <summary>The parent user id of who wrote the quoted message; null when absent.</summary>
    public string? FromParentUserId
    {
        get => _fromParentUserId.Value;
        init => _fromParentUserId = new LazyText(value);
    }

    /// <summary>Whether the message was forwarded, once or often.</summary>
    public bool Forwarded { get; init; }

    /// <summary>Whether it was forwarded many times.</summary>
    public bool FrequentlyForwarded { get; init; }

    /// <summary>The product the message asks about; null when it asks about none.</summary>
    public ReferredProduct? ReferredProduct { get; init; }

    /// <summary>Whether it quotes or was forwarded.</summary>
    public override string ToString() => $"MessageContext(quotes: {Id is not null}, forwarded: {Forwarded})";
}
