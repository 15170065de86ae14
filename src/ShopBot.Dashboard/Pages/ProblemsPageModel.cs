using System.ComponentModel;
using ShopBot.Engine.Desk;

namespace ShopBot.Dashboard.Pages;

/// <summary>What went wrong.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ProblemsPageModel
{
    /// <summary>What came in and could not be handled.</summary>
    public required IReadOnlyList<DeskDeadLetter> DeadLetters { get; init; }

    /// <summary>What did not go out.</summary>
    public required IReadOnlyList<DeskFailedSend> Failed { get; init; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether something was just put back.</summary>
    public bool Replayed { get; init; }
}
