using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>A send the platform accepted, on its way to a phone or a group.</summary>
internal sealed record OutgoingMessage(string Id, EmulatedNumber Number, Recipient Recipient, string Type, JsonElement Payload)
{
    public string? BizOpaque { get; init; }

    /// <summary>Set when the message will fail instead of arriving.</summary>
    public GraphError? Failure { get; init; }

    /// <summary>The template it is made from, if it is known.</summary>
    public EmulatedTemplate? Template { get; init; }

    /// <summary>What the platform takes for it.</summary>
    public MessagePrice? Price { get; init; }

    /// <summary>Set by a direct send, whose statuses name a template.</summary>
    public string? DirectTemplateId { get; init; }

    /// <summary>The identity the caller asked for.</summary>
    public string? IdentityHash { get; init; }

    /// <summary>When it is no longer delivered.</summary>
    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>For the conversation that old payload versions tell of.</summary>
    public DateTimeOffset SentAt { get; init; }

    public bool IsTemplate => Type == "template";
    public bool IsReaction => Type == "reaction";
    public bool IsVoice => Type == "audio" && Payload.TryGetProperty("audio", out var audio) && audio.TryGetProperty("voice", out var voice) && voice.ValueKind == JsonValueKind.True;
}
