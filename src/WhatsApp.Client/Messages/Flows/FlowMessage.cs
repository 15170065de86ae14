using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that opens a form (a flow). What is filled in comes back as a flow reply.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/guides/sendingaflow">sending a flow</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="FlowCta">
/// What the button says: no emoji, at most 20 characters to be safe and 30 by the most generous of the platform's documents; 21 to 30 are a
/// warning, see <see cref="OutgoingMessage.Warnings"/>.
/// </param>
/// <param name="Flow">Which flow.</param>
public sealed record FlowMessage(string Body, string FlowCta, FlowReference Flow) : OutgoingMessage
{
    /// <summary>Text, picture, video or file above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>Your own mark of this opening, handed to the flow's endpoint and back with the reply; null for none.</summary>
    public string? FlowToken { get; init; }

    /// <summary>Whether the published flow or its draft opens; null is the platform's default, published.</summary>
    public FlowMode? Mode { get; init; }

    /// <summary>How the flow starts; null is the platform's default, its first screen.</summary>
    public FlowAction? Action { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        checks.Disputed("interactive.action.parameters.flow_cta", FlowCta, 20, 30);
        if (FlowCta is not null && Emoji.IsIn(FlowCta))
            checks.Add("interactive.action.parameters.flow_cta", MessageFaultKind.NotAllowed);
        FlowReference.Check(checks, "interactive.action.parameters", Flow);
        checks.Optional("interactive.action.parameters.flow_token", FlowToken, int.MaxValue);
        if (Mode is { } mode)
            checks.Required("interactive.action.parameters.mode", mode.Value, int.MaxValue);
        Action?.Check(checks, "interactive.action.parameters.flow_action_payload");
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "flow"u8, Body, Header, Footer);
        writer.WriteString("name"u8, "flow"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteString("flow_message_version"u8, "3"u8);
        Flow.WriteMember(writer);
        writer.WriteText("flow_cta"u8, FlowCta);
        writer.WriteOptionalText("flow_token"u8, FlowToken);
        writer.WriteOptionalText("mode"u8, Mode?.Value);
        Action?.WriteMembers(writer);
        writer.WriteEndObject();
        InteractiveParts.End(writer);
    }
}
