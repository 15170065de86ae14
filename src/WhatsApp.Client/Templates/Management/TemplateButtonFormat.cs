using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// One button of a template to create. Labels have 1 to 25 characters.
/// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">template components</see>.
/// </summary>
/// <param name="Type">The platform's word, such as <c>URL</c>.</param>
public abstract record TemplateButtonFormat(string Type)
{
    internal const int MaxLabel = 25;
    private const int MaxUrl = 2000;

    /// <summary>The label; null for buttons whose label the platform sets.</summary>
    private protected abstract string? Label { get; }

    /// <summary>A button whose tap comes back.</summary>
    /// <param name="Text">The label.</param>
    public sealed record QuickReply(string Text) : TemplateButtonFormat("QUICK_REPLY")
    {
        private protected override string? Label => Text;
    }

    /// <summary>A link; at most two.</summary>
    /// <param name="Text">The label.</param>
    /// <param name="Address">At most 2,000 characters, with at most one variable <c>{{1}}</c>, at its end.</param>
    /// <param name="Example">The whole address with the variable filled; null without one.</param>
    public sealed record Url(string Text, string Address, string? Example = null) : TemplateButtonFormat("URL")
    {
        private protected override string? Label => Text;

        internal bool HasVariable => Address is not null && Address.Contains("{{", StringComparison.Ordinal);

        private protected override void CheckMore(MessageChecks checks, MessagePath path)
        {
            if (string.IsNullOrWhiteSpace(Address))
            {
                checks.Add($"{path}.url", MessageFaultKind.Missing);
                return;
            }

            checks.WebAddress($"{path}.url", Address.Replace("{{1}}", "x", StringComparison.Ordinal));
            checks.Length($"{path}.url", Address, MaxUrl);
            if (HasVariable && Address.IndexOf("{{", StringComparison.Ordinal) != Address.Length - "{{1}}".Length)
                checks.Add($"{path}.url", MessageFaultKind.NotAllowed);
            else if (HasVariable && !Address.EndsWith("{{1}}", StringComparison.Ordinal))
                checks.Add($"{path}.url", MessageFaultKind.Malformed);
            if (HasVariable)
                checks.WebAddress($"{path}.example", Example);
            else if (Example is not null)
                checks.Add($"{path}.example", MessageFaultKind.NotAllowed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("url"u8, Address);
            if (Example is null)
                return;
            writer.WriteStartArray("example"u8);
            writer.WriteStringValue(Example);
            writer.WriteEndArray();
        }
    }

    /// <summary>A button that dials a number; at most one.</summary>
    /// <param name="Text">The label.</param>
    /// <param name="Number">With country code.</param>
    public sealed record PhoneNumber(string Text, string Number) : TemplateButtonFormat("PHONE_NUMBER")
    {
        private protected override string? Label => Text;

        private protected override void CheckMore(MessageChecks checks, MessagePath path)
        {
            checks.Required($"{path}.phone_number", Number, 20);
            if (!string.IsNullOrWhiteSpace(Number) && Number.AsSpan().TrimStart('+').ContainsAnyExceptInRange('0', '9'))
                checks.Add($"{path}.phone_number", MessageFaultKind.Malformed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer) => writer.WriteText("phone_number"u8, Number);
    }

    /// <summary>A button that copies a coupon code; at most one. Its label is the platform's.</summary>
    /// <param name="Example">A code of 1 to 15 letters and digits.</param>
    public sealed record CopyCode(string Example) : TemplateButtonFormat("COPY_CODE")
    {
        private protected override string? Label => null;

        private protected override void CheckMore(MessageChecks checks, MessagePath path)
        {
            checks.Required($"{path}.example", Example, 15);
            if (!string.IsNullOrWhiteSpace(Example) && !Example.All(char.IsAsciiLetterOrDigit))
                checks.Add($"{path}.example", MessageFaultKind.Malformed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer) => writer.WriteText("example"u8, Example);
    }

    /// <summary>A button that calls the business inside WhatsApp; at most one.</summary>
    /// <param name="Text">The label.</param>
    public sealed record VoiceCall(string Text) : TemplateButtonFormat("VOICE_CALL")
    {
        private protected override string? Label => Text;
    }

    /// <summary>A button that starts a flow: exactly one of id, name and JSON.</summary>
    /// <param name="Text">The label.</param>
    public sealed record Flow(string Text) : TemplateButtonFormat("FLOW")
    {
        /// <summary>The flow's id; null when named otherwise.</summary>
        public string? FlowId { get; init; }

        /// <summary>The flow's name; null when named otherwise.</summary>
        public string? FlowName { get; init; }

        /// <summary>The flow itself as JSON text; null when named otherwise.</summary>
        public string? FlowJson { get; init; }

        /// <summary><c>navigate</c> or <c>data_exchange</c>; null for the platform's default.</summary>
        public string? FlowAction { get; init; }

        /// <summary>The first screen, for <c>navigate</c>; null for the flow's own.</summary>
        public string? NavigateScreen { get; init; }

        /// <summary>A picture on the button, such as <c>DOCUMENT</c>, <c>PROMOTION</c> or <c>REVIEW</c>; null for none.</summary>
        public string? Icon { get; init; }

        private protected override string? Label => Text;

        private protected override void CheckMore(MessageChecks checks, MessagePath path)
        {
            var given = (FlowId is null ? 0 : 1) + (FlowName is null ? 0 : 1) + (FlowJson is null ? 0 : 1);
            if (given == 0)
                checks.Add($"{path}.flow_id", MessageFaultKind.Missing);
            else if (given > 1)
                checks.Add($"{path}.flow_id", MessageFaultKind.NotAllowed);
            checks.Optional($"{path}.flow_id", FlowId, int.MaxValue);
            checks.Optional($"{path}.flow_name", FlowName, int.MaxValue);
            checks.Optional($"{path}.flow_json", FlowJson, int.MaxValue);
            if (FlowAction is not (null or "navigate" or "data_exchange"))
                checks.Add($"{path}.flow_action", MessageFaultKind.Malformed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteOptionalText("flow_id"u8, FlowId);
            writer.WriteOptionalText("flow_name"u8, FlowName);
            writer.WriteOptionalText("flow_json"u8, FlowJson);
            writer.WriteOptionalText("flow_action"u8, FlowAction);
            writer.WriteOptionalText("navigate_screen"u8, NavigateScreen);
            writer.WriteOptionalText("icon"u8, Icon);
        }
    }

    /// <summary>
    /// A button that needs nothing but its type and, for most, a label: <c>CATALOG</c>, <c>MPM</c>, <c>SPM</c>, <c>CALL_PERMISSION_REQUEST</c>,
    /// <c>REQUEST_CONTACT_INFO</c>, <c>ORDER_DETAILS</c>, <c>APP</c>, or one that is newer than this version.
    /// </summary>
    /// <param name="Kind">The platform's word.</param>
    /// <param name="Text">The label; null where the platform sets it, as for <c>REQUEST_CONTACT_INFO</c>.</param>
    public sealed record Plain(string Kind, string? Text = null) : TemplateButtonFormat(Kind)
    {
        private protected override string? Label => Text;
    }

    /// <summary>The type only.</summary>
    public sealed override string ToString() => $"TemplateButtonFormat({Type})";

    internal void Check(MessageChecks checks, MessagePath path)
    {
        checks.Required($"{path}.type", Type, int.MaxValue);
        if (this is not (CopyCode or Plain))
            checks.Label($"{path}.text", Label, MaxLabel);
        else
            checks.OptionalLabel($"{path}.text", Label, MaxLabel);
        CheckMore(checks, path);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("type"u8, Type);
        writer.WriteOptionalText("text"u8, Label);
        WriteMore(writer);
        writer.WriteEndObject();
    }

    /// <summary>Whether what fills the button in a message is what it needs.</summary>
    internal bool Takes(TemplateButton? filling) => this switch
    {
        Url { HasVariable: true } => filling is TemplateButton.Url,
        QuickReply => filling is null or TemplateButton.QuickReply,
        CopyCode => filling is TemplateButton.CopyCode,
        Flow => filling is null or TemplateButton.Flow,
        VoiceCall => filling is null or TemplateButton.VoiceCall,
        Plain { Type: "CATALOG" } => filling is null or TemplateButton.Catalog,
        Plain { Type: "MPM" } => filling is TemplateButton.Mpm,
        Plain { Type: "ORDER_DETAILS" } => filling is TemplateButton.OrderDetails,
        Plain { Type: "SPM" or "CALL_PERMISSION_REQUEST" or "REQUEST_CONTACT_INFO" or "APP" } => filling is null,
        Plain => true,
        _ => filling is null,
    };

    private protected virtual void CheckMore(MessageChecks checks, MessagePath path)
    {
    }

    private protected virtual void WriteMore(Utf8JsonWriter writer)
    {
    }
}
