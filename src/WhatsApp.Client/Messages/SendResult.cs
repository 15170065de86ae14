namespace WhatsApp.Client;

/// <summary>
/// The platform took the message. It may still fail to be delivered: that comes by status webhook, sometimes before this.
/// What the answer repeats of the request is not kept: it is personal, and the caller has it.
/// </summary>
public sealed record SendResult
{
    /// <summary>The message's id, which status webhooks name.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>The phone number as the platform knows it, digits only; may differ from the one sent to, so store this one. Null when sent to a user id or group.</summary>
    public string? WaId { get; init; }

    /// <summary>The business-scoped user id when sent to one, else usually null.</summary>
    public string? UserId { get; init; }

    /// <summary>The group when sent to one and the platform names it, else null.</summary>
    public string? GroupId { get; init; }

    /// <summary>What happens next to a template; null when the platform does not say, as for most other messages.</summary>
    public SendStatus? MessageStatus { get; init; }

    /// <summary>The hashed message id and the status, without the person.</summary>
    public override string ToString() => $"SendResult({MessageId}{(MessageStatus is null ? "" : $", {MessageStatus}")})";
}
