namespace WhatsApp.Client.Webhooks;

/// <summary>One setting of a group that was to change.</summary>
public sealed record GroupSetting
{
    /// <summary>Which, such as <c>group_subject</c>, <c>group_description</c> or <c>profile_picture</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The text it has now; null when it is no text.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it changed; null when absent.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>Why not; empty when it did.</summary>
    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;

    /// <summary>Which setting, and whether it changed.</summary>
    public override string ToString() => $"GroupSetting({Name}, {Succeeded})";
}
