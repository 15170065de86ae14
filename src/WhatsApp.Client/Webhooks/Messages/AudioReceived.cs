using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A sound, often a voice message.</summary>
public sealed record AudioReceived : MediaReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public AudioReceived()
    {
    }

    [SetsRequiredMembers]
    internal AudioReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts, media)
    {
        IsVoice = media.Voice;
    }

    /// <summary>Whether it was recorded in the chat.</summary>
    public bool IsVoice { get; init; }
}
