using System.ComponentModel;
using Microsoft.AspNetCore.Antiforgery;

namespace ShopBot.Dashboard.Pages;

/// <summary>What stands around every page.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PageFrameModel
{
    /// <summary>The page's path.</summary>
    public required string Path { get; init; }

    /// <summary>The shop's name; null when nobody is signed in.</summary>
    public string? Shop { get; init; }

    /// <summary>Whether the bot answers.</summary>
    public bool BotOn { get; init; }

    /// <summary>Address of the style sheet.</summary>
    public required string StyleSheet { get; init; }

    /// <summary>Address of the script.</summary>
    public required string Script { get; init; }

    /// <summary>Proves that a form came from this page.</summary>
    public AntiforgeryTokenSet? Token { get; init; }
}
