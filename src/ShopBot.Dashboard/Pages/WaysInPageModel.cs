using System.ComponentModel;

namespace ShopBot.Dashboard.Pages;

/// <summary>How customers find the chat.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WaysInPageModel
{
    /// <summary>The shop's number; null when it is not known.</summary>
    public string? Phone { get; init; }

    /// <summary>The link.</summary>
    public string Link { get; init; } = "";

    /// <summary>The code's modules as an SVG path.</summary>
    public string QrPath { get; init; } = "";

    /// <summary>The side of the code's square.</summary>
    public int QrSide { get; init; }

    /// <summary>For product pages.</summary>
    public string ProductSnippet { get; init; } = "";

    /// <summary>For every page.</summary>
    public string SiteSnippet { get; init; } = "";
}
