using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A video.</summary>
public sealed record VideoReceived : MediaReceived
{
    private LazyText _caption;

    /// <summary>Creates an event, for tests.</summary>
    public VideoReceived()
    {
    }

    [SetsRequiredMembers]
    internal VideoReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts, media)
    {
        _caption = parts.Origin.Lazy(media.Caption);
    }

    /// <summary>The text below it; null when it has none.</summary>
    public string? Caption
    {
        get => _caption.Value;
        init => _caption = new LazyText(value);
    }
}
