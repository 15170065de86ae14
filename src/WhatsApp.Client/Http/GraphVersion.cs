using System.Text.RegularExpressions;

namespace WhatsApp.Client.Http;

/// <summary>How a Graph API version is written: <c>v25.0</c>.</summary>
internal static partial class GraphVersion
{
    public static bool IsValid(string version) => Pattern().IsMatch(version);

    [GeneratedRegex(@"^v[1-9][0-9]{0,2}\.[0-9]{1,2}\z")]
    private static partial Regex Pattern();
}
