using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>A text with variables, <c>{{1}}</c> or <c>{{first_name}}</c>.</summary>
internal sealed partial record TemplateText(string Text, IReadOnlyList<string> Variables)
{
    public static TemplateText Of(string text) => new(text, [.. Variable().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)]);

    public bool HasVariableAtEdge
    {
        get
        {
            var trimmed = Text.Trim();
            return Variable().Matches(trimmed) is { Count: > 0 } matches
                && (matches[0].Index == 0 || matches[^1].Index + matches[^1].Length == trimmed.Length);
        }
    }

    /// <summary>Fewer than three words around each variable.</summary>
    public bool HasTooManyVariables =>
        Variables.Count > 0 && Variable().Replace(Text, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < (2 * Variables.Count) + 1;

    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(Text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")]
    private static partial Regex Variable();
}
