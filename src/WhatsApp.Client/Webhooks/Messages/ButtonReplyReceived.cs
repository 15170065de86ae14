using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A tap on a reply button of an interactive message (<c>interactive.button_reply</c>).</summary>
public sealed record ButtonReplyReceived : MessageReceived
{
    private LazyText _replyId;
    private LazyText _title;

    /// <summary>Creates an event, for tests.</summary>
    public ButtonReplyReceived()
    {
    }

#pragma warning disable CS8618 // It is there, only not a string yet.
    [SetsRequiredMembers]
    internal ButtonReplyReceived(scoped in MessageParts parts, TextSlice id, TextSlice title)
        : base(parts)
    {
        (_replyId, _title) = (parts.Origin.Lazy(id), parts.Origin.Lazy(title));
    }
#pragma warning restore CS8618

    /// <summary>The id the button was sent with. Came from outside: check it.</summary>
    public required string ReplyId
    {
        get => _replyId.Value!;
        init => _replyId = new LazyText(value);
    }

    /// <summary>What the button said; empty when absent.</summary>
    public required string Title
    {
        get => _title.Value ?? "";
        init => _title = new LazyText(value);
    }
}
