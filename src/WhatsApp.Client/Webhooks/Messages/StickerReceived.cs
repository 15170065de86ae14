using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A sticker, always WebP.</summary>
public sealed record StickerReceived : MediaReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public StickerReceived()
    {
    }

    [SetsRequiredMembers]
    internal StickerReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts, media)
    {
        IsAnimated = media.Animated;
    }

    /// <summary>Whether it moves.</summary>
    public bool IsAnimated { get; init; }
}
