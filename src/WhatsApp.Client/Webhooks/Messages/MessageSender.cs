namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Who sent a message, joined from the message and the contact card with the same id. Everything may be missing: people can hide
/// their number, and system messages name nobody. Never empty text.
/// </summary>
public sealed record MessageSender
{
    private LazyText _userId;
    private LazyText _parentUserId;
    private LazyText _waId;
    private LazyText _username;
    private LazyText _profileName;

    /// <summary>Creates a sender of whom nothing is known yet.</summary>
    public MessageSender()
    {
    }

    internal MessageSender(LazyText userId, LazyText parentUserId, LazyText waId, LazyText username, LazyText profileName) =>
        (_userId, _parentUserId, _waId, _username, _profileName) = (userId, parentUserId, waId, username, profileName);

    /// <summary>The business-scoped user id (BSUID): the stable key of a person within one business portfolio.</summary>
    public string? UserId
    {
        get => _userId.Value;
        init => _userId = new LazyText(value);
    }

    /// <summary>The user id shared by linked portfolios of one enterprise; only for those.</summary>
    public string? ParentUserId
    {
        get => _parentUserId.Value;
        init => _parentUserId = new LazyText(value);
    }

    /// <summary>The phone number, digits only. May be absent, and may become absent again later.</summary>
    public string? WaId
    {
        get => _waId.Value;
        init => _waId = new LazyText(value);
    }

    /// <summary>The username; may change at any time, so never a key.</summary>
    public string? Username
    {
        get => _username.Value;
        init => _username = new LazyText(value);
    }

    /// <summary>The name the person chose for their profile.</summary>
    public string? ProfileName
    {
        get => _profileName.Value;
        init => _profileName = new LazyText(value);
    }

    /// <summary>Which ids are known, not what they are.</summary>
    public override string ToString() => $"MessageSender(user id: {UserId is not null}, phone: {WaId is not null})";
}
