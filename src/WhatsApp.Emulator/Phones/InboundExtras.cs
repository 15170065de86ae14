using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What may accompany a message of a person.</summary>
internal sealed record InboundExtras
{
    public string? QuotedId { get; init; }

    /// <summary>Written instead of the quotation, for example forward flags.</summary>
    public JsonObject? Context { get; init; }

    public JsonObject? Referral { get; init; }
    public JsonArray? Errors { get; init; }
    public EmulatedGroup? Group { get; init; }

    /// <summary>When it was written, for one that took long to arrive.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Named by its type already: nothing is shown in the chat.</summary>
    public bool IsHidden { get; init; }
}
