using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>A send the platform accepted, on its way to a phone.</summary>
internal sealed record OutgoingMessage(string Id, EmulatedNumber Number, Recipient Recipient, string Type, JsonElement Payload)
{
    public string? BizOpaque { get; init; }

    /// <summary>Set when the message will fail instead of arriving.</summary>
    public GraphError? Failure { get; init; }

    /// <summary>Whether the number's free service tier pays for it.</summary>
    public bool IsFree { get; init; }

    public bool IsTemplate => Type == "template";
    public bool IsReaction => Type == "reaction";
}
