using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A tap on a reply button of an interactive message (<c>interactive.button_reply</c>).</summary>
public sealed record ButtonReplyReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public ButtonReplyReceived()
    {
    }

    [SetsRequiredMembers]
    internal ButtonReplyReceived(in MessageOrigin origin, in ReplyDraft reply)
        : base(origin) => (ReplyId, Title) = (reply.Id!, reply.Title ?? "");

    /// <summary>The id the button was sent with. Came from outside: check it.</summary>
    public required string ReplyId { get; init; }

    /// <summary>What the button said; empty when absent.</summary>
    public required string Title { get; init; }
}
