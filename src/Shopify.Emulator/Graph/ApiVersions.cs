using System.Text.RegularExpressions;

namespace Shopify.Emulator.Graph;

/// <summary>API versions, as of November 2026. All of them are played with the schema of 2026-10.</summary>
internal static partial class ApiVersions
{
    public const string Current = "2026-10";

    public static IReadOnlyList<ApiVersion> All { get; } =
    [
        new("2026-01", "2026-01", true), new("2026-04", "2026-04", true), new("2026-07", "2026-07", true),
        new(Current, $"{Current} (Latest)", true), new("2027-01", "2027-01 (Release candidate)", false), new("unstable", "unstable", false),
    ];

    /// <summary>The version really served: an unsupported one silently falls forward to the oldest supported. Null for what was never a version.</summary>
    public static string? Serve(string? asked)
    {
        var oldest = All[0].Handle;
        if (asked is null) return oldest;
        if (All.Any(v => v.Handle == asked)) return asked;
        return Shape().IsMatch(asked) && string.CompareOrdinal(asked, oldest) < 0 ? oldest : null;
    }

    [GeneratedRegex(@"\A20\d\d-(01|04|07|10)\z")]
    private static partial Regex Shape();
}

/// <summary>One version, as <c>publicApiVersions</c> lists it.</summary>
internal sealed record ApiVersion(string Handle, string DisplayName, bool Supported);
