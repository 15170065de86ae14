using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>An emoji on an earlier message, or its removal.</summary>
public sealed record ReactionReceived : MessageReceived
{
    private LazyText _messageId;
    private LazyText _emoji;

    /// <summary>Creates an event, for tests.</summary>
    public ReactionReceived()
    {
    }

    [SetsRequiredMembers]
    internal ReactionReceived(scoped in MessageParts parts, TextSlice messageId, TextSlice emoji)
        : base(parts)
    {
        (_messageId, _emoji) = (parts.Origin.Lazy(messageId), parts.Origin.Lazy(emoji));
    }

    /// <summary>The message reacted to.</summary>
    public required MessageId MessageId
    {
        get => new(_messageId.Value!);
        init => _messageId = new LazyText(value.Value);
    }

    /// <summary>The emoji; null when an earlier reaction was taken back.</summary>
    public string? Emoji
    {
        get => _emoji.Value;
        init => _emoji = new LazyText(value);
    }
}
