using System.ComponentModel;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard.Pages;

/// <summary>The overview.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdminPageModel
{
    /// <summary>The owner's store.</summary>
    public required Store Store { get; init; }

    /// <summary>The newest conversations.</summary>
    public required IReadOnlyList<DeskConversation> Newest { get; init; }

    /// <summary>How many conversations people of the store answer, up to six.</summary>
    public int WithPeople { get; init; }

    /// <summary>The last seven days, in order.</summary>
    public required IReadOnlyList<FigureDay> Week { get; init; }

    /// <summary>How many dead letters there are, up to six.</summary>
    public int Problems { get; init; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What became of a test message; null when none was sent.</summary>
    public (bool Sent, string Words)? Test { get; init; }
}
