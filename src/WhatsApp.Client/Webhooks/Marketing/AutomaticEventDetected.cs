using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform believes to have seen a purchase or a lead in a conversation that began with an advertisement.</summary>
public sealed record AutomaticEventDetected : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public AutomaticEventDetected()
    {
    }

    [SetsRequiredMembers]
    internal AutomaticEventDetected(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        EventName = json.Id("event_name") ?? "";
        MessageId = json.Id("id") is { } id ? new MessageId(id) : null;
        Timestamp = json.Instant("timestamp");
        CtwaClid = json.Id("ctwa_clid");
        Value = json["custom_data"].Decimal("value");
        Currency = json["custom_data"].Id("currency");
    }

    /// <summary><c>LeadSubmitted</c> or <c>Purchase</c>; an open set. Empty when absent.</summary>
    public required string EventName { get; init; }

    /// <summary>The message it was seen in; null when absent.</summary>
    public MessageId? MessageId { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The click on the advertisement; null when absent.</summary>
    public string? CtwaClid { get; init; }

    /// <summary>What was paid, as the platform guessed it; null when absent.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217; null when absent.</summary>
    public string? Currency { get; init; }
}
