namespace WhatsApp.Client;

/// <summary>The platform took the message. It may still fail to be delivered: that comes by status webhook, sometimes before this.</summary>
public sealed record SendResult
{
    /// <summary>The message's id, which status webhooks name.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>The phone number as the platform knows it, digits only; may differ from the one sent to. Null when sent to a user id or group.</summary>
    public string? WaId { get; init; }

    /// <summary>The business-scoped user id when sent to one, else null.</summary>
    public string? UserId { get; init; }

    /// <summary>Mostly for templates: <c>accepted</c>, <c>held_for_quality_assessment</c> or <c>paused</c>; usually null.</summary>
    public string? MessageStatus { get; init; }

    /// <summary>The hashed message id and the status, without the person.</summary>
    public override string ToString() => $"SendResult({MessageId}{(MessageStatus is null ? "" : $", {MessageStatus}")})";
}
