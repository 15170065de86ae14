using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A row chosen from a list (<c>interactive.list_reply</c>).</summary>
public sealed record ListReplyReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public ListReplyReceived()
    {
    }

    [SetsRequiredMembers]
    internal ListReplyReceived(in MessageOrigin origin, in ReplyDraft reply)
        : base(origin) => (ReplyId, Title, Description) = (reply.Id!, reply.Title ?? "", reply.Description);

    /// <summary>The id the row was sent with. Came from outside: check it.</summary>
    public required string ReplyId { get; init; }

    /// <summary>What the row said; empty when absent.</summary>
    public required string Title { get; init; }

    /// <summary>The row's second line; null when it had none.</summary>
    public string? Description { get; init; }
}
