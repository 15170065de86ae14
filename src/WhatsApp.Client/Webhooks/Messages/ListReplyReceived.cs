using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A row chosen from a list (<c>interactive.list_reply</c>).</summary>
public sealed record ListReplyReceived : MessageReceived
{
    private LazyText _replyId;
    private LazyText _title;
    private LazyText _description;

    /// <summary>Creates an event, for tests.</summary>
    public ListReplyReceived()
    {
    }

#pragma warning disable CS8618 // It is there, only not a string yet.
    [SetsRequiredMembers]
    internal ListReplyReceived(scoped in MessageParts parts, TextSlice id, TextSlice title, TextSlice description)
        : base(parts)
    {
        (_replyId, _title, _description) = (parts.Origin.Lazy(id), parts.Origin.Lazy(title), parts.Origin.Lazy(description));
    }
#pragma warning restore CS8618

    /// <summary>The id the row was sent with. Came from outside: check it.</summary>
    public required string ReplyId
    {
        get => _replyId.Value!;
        init => _replyId = new LazyText(value);
    }

    /// <summary>What the row said; empty when absent.</summary>
    public required string Title
    {
        get => _title.Value ?? "";
        init => _title = new LazyText(value);
    }

    /// <summary>The row's second line; null when it had none.</summary>
    public string? Description
    {
        get => _description.Value;
        init => _description = new LazyText(value);
    }
}
