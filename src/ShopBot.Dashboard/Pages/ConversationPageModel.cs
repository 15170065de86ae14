using System.ComponentModel;
using ShopBot.Engine.Desk;

namespace ShopBot.Dashboard.Pages;

/// <summary>One conversation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConversationPageModel
{
    /// <summary>Who it is with.</summary>
    public required DeskConversation Conversation { get; init; }

    /// <summary>What was said, oldest first.</summary>
    public required IReadOnlyList<DeskMessage> Messages { get; init; }

    /// <summary>Where older messages begin; null when there are none.</summary>
    public string? Older { get; init; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether the bot, and so the store's number, is on.</summary>
    public bool BotOn { get; init; }
}
