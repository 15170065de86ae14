namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Who sent a message, joined from the message and the contact card with the same id. Everything may be missing: people can hide
/// their number, and system messages name nobody. Never empty text.
/// </summary>
public sealed record MessageSender
{
    /// <summary>The business-scoped user id (BSUID): the stable key of a person within one business portfolio.</summary>
    public string? UserId { get; init; }

    /// <summary>The user id shared by linked portfolios of one enterprise; only for those.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The phone number, digits only. May be absent, and may become absent again later.</summary>
    public string? WaId { get; init; }

    /// <summary>The username; may change at any time, so never a key.</summary>
    public string? Username { get; init; }

    /// <summary>The name the person chose for their profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Which ids are known, not what they are.</summary>
    public override string ToString() => $"MessageSender(user id: {UserId is not null}, phone: {WaId is not null})";
}
