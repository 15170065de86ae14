using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A document. Its name and kind are what the sender says they are.</summary>
public sealed record DocumentReceived : MediaReceived
{
    private LazyText _caption;
    private LazyText _filename;

    /// <summary>Creates an event, for tests.</summary>
    public DocumentReceived()
    {
    }

    [SetsRequiredMembers]
    internal DocumentReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts, media)
    {
        (_caption, _filename) = (parts.Origin.Lazy(media.Caption), parts.Origin.Lazy(media.Filename));
    }

    /// <summary>The text below it; null when it has none.</summary>
    public string? Caption
    {
        get => _caption.Value;
        init => _caption = new LazyText(value);
    }

    /// <summary>The name the sender's file had; null when absent. Came from outside: never a path.</summary>
    public string? Filename
    {
        get => _filename.Value;
        init => _filename = new LazyText(value);
    }
}
