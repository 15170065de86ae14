using System.Text.RegularExpressions;

namespace WhatsApp.Client;

/// <summary>What the parts of a flow may refer to, and what a screen has had already.</summary>
internal sealed partial class FlowScope(IReadOnlyList<FlowScreen> screens, bool hasEndpoint)
{
    private readonly HashSet<string> _seenScreens = [];
    private readonly HashSet<string> _names = [];
    private FlowScreen? _screen;

    public bool HasEndpoint => hasEndpoint;

    public FlowScreen Screen => _screen!;

    /// <summary>How many components the screen has, those within others too.</summary>
    public int Components { get; set; }

    public int Footers { get; set; }

    public int Images { get; set; }

    public int Links { get; set; }

    public int OptIns { get; set; }

    public int Pickers { get; set; }

    public bool Has(string? screen) => screens.Any(one => one is not null && one.Id == screen);

    /// <summary>Whether the id is the first of its kind.</summary>
    public bool Enter(FlowScreen screen)
    {
        _screen = screen;
        _names.Clear();
        Components = Footers = Images = Links = OptIns = Pickers = 0;
        return _seenScreens.Add(screen.Id);
    }

    public void Name(MessageChecks checks, MessagePath path, string? name)
    {
        checks.Required(path, name, int.MaxValue);
        if (!string.IsNullOrWhiteSpace(name) && !_names.Add(name))
            checks.Add(path, MessageFaultKind.Duplicate);
    }

    /// <summary>A text that is shown: required, and not too long unless it is worked out on the phone.</summary>
    public void Text(MessageChecks checks, MessagePath path, string? text, int max)
    {
        checks.Required(path, text, text is not null && Reference().IsMatch(text) ? int.MaxValue : max);
        References(checks, path, text);
    }

    public void OptionalText(MessageChecks checks, MessagePath path, string? text, int max)
    {
        if (text is not null)
            Text(checks, path, text, max);
    }

    /// <summary>Data that the screen does not declare, inputs it does not have, and screens that are not there.</summary>
    public void References(MessageChecks checks, MessagePath path, string? text)
    {
        if (text is null || !text.Contains("${", StringComparison.Ordinal))
            return;
        foreach (Match match in Reference().Matches(text))
        {
            var (screen, kind, name) = (match.Groups["screen"].Value, match.Groups["kind"].Value, match.Groups["name"].Value);
            var owner = screen.Length == 0 ? Screen : screens.FirstOrDefault(one => one is not null && one.Id == screen);
            if (owner is null || !(kind == "data" ? owner.Data.ContainsKey(name) : owner.InputNames.Contains(name)))
                checks.Add(path, MessageFaultKind.NotAllowed);
        }
    }

    [GeneratedRegex(@"\$\{(screen\.(?<screen>[A-Za-z_]+)\.)?(?<kind>data|form)\.(?<name>[A-Za-z0-9_]+)[^}]*\}")]
    private static partial Regex Reference();
}
