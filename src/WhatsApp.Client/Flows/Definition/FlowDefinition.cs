using System.Text.Json;
using System.Text.RegularExpressions;

namespace WhatsApp.Client;

/// <summary>
/// A flow as Flow JSON: its screens, and what is on them. <see cref="ToJson"/> gives what is uploaded with <see cref="WhatsAppSender.UploadFlowJsonAsync"/> or created
/// with <see cref="FlowDraft.FlowJson"/>, after every documented rule was checked. What has no record here goes in as <see cref="FlowComponent.Custom"/>.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/flowjson">Flow JSON</see>.
/// </summary>
/// <param name="Screens">In order; the first is where the flow begins.</param>
public sealed partial record FlowDefinition(params IReadOnlyList<FlowScreen> Screens)
{
    private const int MaxRoutes = 10;

    /// <summary>The version of Flow JSON, such as <c>7.3</c> (the default).</summary>
    public string Version { get; init; } = "7.3";

    /// <summary>The version of the data exchange, <c>3.0</c> or <c>4.0</c>, for a flow with an endpoint; null for one without.</summary>
    public string? DataApiVersion { get; init; }

    /// <summary>Which screens may follow which, forward only; required with an endpoint. Null otherwise lets the platform work it out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? RoutingModel { get; init; }

    /// <summary>The versions and the number of screens.</summary>
    public override string ToString() => $"FlowDefinition({Version}, {Screens.Count} screens)";

    /// <summary>Every documented fault at once; empty when it may be uploaded. Paths are those of the JSON.</summary>
    public IReadOnlyList<MessageFault> Validate()
    {
        List<MessageFault>? faults = null;
        Check(new MessageChecks(ref faults));
        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    /// <summary>The flow as UTF-8 JSON.</summary>
    /// <exception cref="InvalidMessageException">It breaks a rule; all faults are listed.</exception>
    public byte[] ToJson()
    {
        var faults = Validate();
        return faults.Count == 0 ? GraphBody.Of(Write) : throw new InvalidMessageException(faults);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteText("version"u8, Version);
        writer.WriteOptionalText("data_api_version"u8, DataApiVersion);
        if (RoutingModel is not null)
        {
            writer.WriteStartObject("routing_model"u8);
            foreach (var (screen, next) in RoutingModel)
                WriteRoutes(writer, screen, next);
            writer.WriteEndObject();
        }

        writer.WriteList("screens"u8, Screens, static (json, screen) => screen.Write(json));
    }

    private static void WriteRoutes(Utf8JsonWriter writer, string screen, IReadOnlyList<string> next)
    {
        writer.WriteStartArray(screen);
        foreach (var one in next)
            writer.WriteStringValue(one);
        writer.WriteEndArray();
    }

    private void Check(MessageChecks checks)
    {
        if (Version is null || !VersionPattern().IsMatch(Version))
            checks.Add("version", MessageFaultKind.Malformed);
        if (DataApiVersion is not (null or "3.0" or "4.0"))
            checks.Add("data_api_version", MessageFaultKind.Malformed);
        checks.Count("screens", Screens.Count, 1, int.MaxValue);
        var flow = new FlowScope(Screens, DataApiVersion is not null);
        for (var i = 0; i < Screens.Count; i++)
        {
            if (Screens[i] is { } screen)
                screen.Check(checks, $"screens[{i}]", flow);
            else
                checks.Add($"screens[{i}]", MessageFaultKind.Missing);
        }

        if (Screens.Count > 0 && !Screens.Any(static screen => screen is { IsTerminal: true }))
            checks.Add("screens[].terminal", MessageFaultKind.Missing);
        CheckRoutes(checks, flow);
    }

    private void CheckRoutes(MessageChecks checks, FlowScope flow)
    {
        if (RoutingModel is null)
        {
            if (DataApiVersion is not null)
                checks.Add("routing_model", MessageFaultKind.Missing);
            return;
        }

        foreach (var (screen, next) in RoutingModel)
        {
            if (!flow.Has(screen))
                checks.Add($"routing_model.{screen}", MessageFaultKind.NotAllowed);
            checks.Count($"routing_model.{screen}", next.Count, 0, MaxRoutes);
            foreach (var one in next)
            {
                if (one == screen || !flow.Has(one))
                    checks.Add($"routing_model.{screen}.{one}", MessageFaultKind.NotAllowed);
                else if (RoutingModel.TryGetValue(one, out var back) && back.Contains(screen))
                    checks.Add($"routing_model.{screen}.{one}", MessageFaultKind.Duplicate);
            }
        }

        // Some screen must be where the flow begins, and every screen must be on the way.
        if (Screens.Count > 0 && Screens.All(screen => screen is not null && RoutingModel.Values.Any(next => next.Contains(screen.Id))))
            checks.Add("routing_model", MessageFaultKind.NotAllowed);
        foreach (var screen in Screens)
        {
            if (screen is not null && !RoutingModel.ContainsKey(screen.Id) && !RoutingModel.Values.Any(next => next.Contains(screen.Id)))
                checks.Add($"routing_model.{screen.Id}", MessageFaultKind.Missing);
        }
    }

    [GeneratedRegex(@"^[1-9][0-9]?\.[0-9]\z")]
    private static partial Regex VersionPattern();
}
