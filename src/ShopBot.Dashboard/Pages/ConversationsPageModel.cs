using System.ComponentModel;
using ShopBot.Engine.Desk;

namespace ShopBot.Dashboard.Pages;

/// <summary>A list of conversations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConversationsPageModel
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<DeskConversation> Conversations { get; init; }

    /// <summary>Which ones: empty for all, <c>people</c> or <c>muted</c>.</summary>
    public string Show { get; init; } = "";

    /// <summary>Where this page begins; null for the first.</summary>
    public string? Before { get; init; }

    /// <summary>Where the next page begins; null when there is none.</summary>
    public string? Next { get; init; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; init; }
}
