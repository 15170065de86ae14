using System.Text.RegularExpressions;

namespace WhatsApp.Client;

/// <summary>Rules that only templates have.</summary>
internal static partial class TemplateChecks
{
    /// <summary>A text that goes into a variable.</summary>
    public static void ParameterText(this MessageChecks checks, MessagePath path, string? text, int max)
    {
        checks.Required(path, text, max);
        if (text is not null && !TemplateText.IsClean(text))
            checks.Add(path, MessageFaultKind.Malformed);
    }

    public static void TemplateName(this MessageChecks checks, MessagePath path, string? name)
    {
        checks.Required(path, name, TemplateMessage.MaxNameLength);
        if (!string.IsNullOrWhiteSpace(name) && !NamePattern().IsMatch(name))
            checks.Add(path, MessageFaultKind.Malformed);
    }

    /// <summary>The platform compares the code letter by letter: <c>en-US</c> is none of its languages.</summary>
    public static void Language(this MessageChecks checks, MessagePath path, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
            checks.Add(path, MessageFaultKind.Missing);
        else if (!LanguagePattern().IsMatch(code))
            checks.Add(path, MessageFaultKind.Malformed);
    }

    [GeneratedRegex(@"^[a-z0-9_]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z]{2,3}(_[A-Za-z]{2,4})?\z")]
    private static partial Regex LanguagePattern();
}
