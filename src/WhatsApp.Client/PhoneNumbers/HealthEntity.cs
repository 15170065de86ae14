namespace WhatsApp.Client;

/// <summary>One part that is needed for sending.</summary>
public sealed record HealthEntity
{
    /// <summary>Such as <c>PHONE_NUMBER</c>, <c>WABA</c>, <c>BUSINESS</c>, <c>APP</c> or <c>MESSAGE_TEMPLATE</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>Its id, or null.</summary>
    public string? Id { get; init; }

    /// <summary><c>AVAILABLE</c>, <c>LIMITED</c> or <c>BLOCKED</c>; null when the platform did not say.</summary>
    public string? CanSendMessage { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public required IReadOnlyList<HealthError> Errors { get; init; }
}
