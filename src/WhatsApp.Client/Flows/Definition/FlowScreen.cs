using System.Text.Json;
using System.Text.RegularExpressions;

namespace WhatsApp.Client;

/// <summary>One screen of a flow.</summary>
/// <param name="Id">Letters and underscores, unlike every other; not <c>SUCCESS</c>.</param>
public sealed partial record FlowScreen(string Id)
{
    private const int MaxComponents = 50;

    /// <summary>What stands above it; null for nothing.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the flow may end here. Such a screen has a <see cref="FlowComponent.Footer"/>.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether an end here counts as a success; null for the platform's default, yes. Only for a terminal screen.</summary>
    public bool? IsSuccess { get; init; }

    /// <summary>Whether the endpoint is asked again when somebody comes back to it; only with an endpoint.</summary>
    public bool RefreshOnBack { get; init; }

    /// <summary>What the screen is given before it is shown, by name, used as <c>${data.name}</c>.</summary>
    public IReadOnlyDictionary<string, FlowData> Data { get; init; } = new Dictionary<string, FlowData>();

    /// <summary>Names of inputs whose values are not shown in the summary of the answer.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>What is on it, from top to bottom.</summary>
    public IReadOnlyList<FlowComponent> Children { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => $"FlowScreen({Id})";

    internal IReadOnlyList<string> InputNames => [.. Children.OfType<FlowComponent>().SelectMany(static child => child.Inputs)];

    internal void Check(MessageChecks checks, MessagePath path, FlowScope flow)
    {
        var isFirst = flow.Enter(this);
        checks.Required($"{path}.id", Id, int.MaxValue);
        if (!string.IsNullOrWhiteSpace(Id) && !IdPattern().IsMatch(Id))
            checks.Add($"{path}.id", MessageFaultKind.Malformed);
        if (Id == "SUCCESS")
            checks.Add($"{path}.id", MessageFaultKind.NotAllowed);
        if (!isFirst)
            checks.Add($"{path}.id", MessageFaultKind.Duplicate);
        if (IsSuccess is not null && !IsTerminal)
            checks.Add($"{path}.success", MessageFaultKind.NotAllowed);
        if (RefreshOnBack && !flow.HasEndpoint)
            checks.Add($"{path}.refresh_on_back", MessageFaultKind.NotAllowed);
        flow.OptionalText(checks, $"{path}.title", Title, int.MaxValue);
        foreach (var (name, field) in Data)
            field.Check(checks, $"{path}.data.{name}");
        foreach (var name in Sensitive)
        {
            if (!InputNames.Contains(name))
                checks.Add($"{path}.sensitive.{name}", MessageFaultKind.NotAllowed);
        }

        checks.Count($"{path}.layout.children", Children.Count, 1, int.MaxValue);
        FlowComponent.CheckAll(checks, $"{path}.layout.children", Children, flow, depth: 0);
        CheckCounts(checks, $"{path}.layout.children", flow);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("id"u8, Id);
        writer.WriteOptionalText("title"u8, Title);
        if (IsTerminal)
            writer.WriteBoolean("terminal"u8, value: true);
        if (IsSuccess is { } success)
            writer.WriteBoolean("success"u8, success);
        if (RefreshOnBack)
            writer.WriteBoolean("refresh_on_back"u8, value: true);
        if (Data.Count > 0)
        {
            writer.WriteStartObject("data"u8);
            foreach (var (name, field) in Data)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(field.Schema.Span);
            }

            writer.WriteEndObject();
        }

        if (Sensitive.Count > 0)
            writer.WriteTexts("sensitive"u8, Sensitive);
        writer.WriteStartObject("layout"u8);
        writer.WriteString("type"u8, "SingleColumnLayout"u8);
        FlowComponent.WriteAll(writer, "children"u8, Children);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void CheckCounts(MessageChecks checks, MessagePath path, FlowScope flow)
    {
        checks.Count(path, flow.Components, 0, MaxComponents);
        if (flow.Footers > 1)
            checks.Add($"{path}.Footer", MessageFaultKind.TooMany, 1, flow.Footers);
        if (IsTerminal && flow.Footers == 0)
            checks.Add($"{path}.Footer", MessageFaultKind.Missing);
        checks.Count($"{path}.Image", flow.Images, 0, 3);
        checks.Count($"{path}.EmbeddedLink", flow.Links, 0, 2);
        checks.Count($"{path}.OptIn", flow.OptIns, 0, 5);
        checks.Count($"{path}.PhotoPicker", flow.Pickers, 0, 1);
        if (Children.Any(static child => child is FlowComponent.NavigationList) && (IsTerminal || Children.Any(static child => child is not (FlowComponent.NavigationList or FlowComponent.Text))))
            checks.Add($"{path}.NavigationList", MessageFaultKind.NotAllowed);
    }

    [GeneratedRegex(@"^[A-Za-z_]+\z")]
    private static partial Regex IdPattern();
}
