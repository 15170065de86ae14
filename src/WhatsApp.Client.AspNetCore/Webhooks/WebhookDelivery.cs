namespace WhatsApp.Client.AspNetCore;

/// <summary>What was accepted of one request.</summary>
public sealed record WebhookDelivery
{
    /// <summary>Every event of every accepted change, in document order.</summary>
    public required IReadOnlyList<RoutedEvent> Events { get; init; }

    /// <summary>Changes of a known owner whose signature was not that owner's: dropped.</summary>
    public int DroppedChanges { get; init; }

    /// <summary>Changes of nobody here: dropped.</summary>
    public int UnknownChanges { get; init; }

    /// <summary>When the request came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The counts only.</summary>
    public override string ToString() => $"WebhookDelivery({Events.Count} events, {DroppedChanges} dropped, {UnknownChanges} unknown)";
}
