using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// Something on the screen of a flow. Texts may be or contain expressions (<c>${data.name}</c>, <c>${form.name}</c>), which are compared with what the screen has.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/components">components</see>.
/// </summary>
public abstract partial record FlowComponent
{
    private const int MaxDepth = 3;

    private FlowComponent()
    {
    }

    /// <summary>Whether it is shown; null for yes.</summary>
    public FlowFlag? Visible { get; init; }

    /// <summary>The platform's word for the kind, such as <c>TextInput</c>.</summary>
    private protected abstract string Type { get; }

    /// <summary>The names under which it, and what is in it, give values.</summary>
    internal virtual IEnumerable<string> Inputs => [];

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"FlowComponent.{GetType().Name}";

    internal static void CheckAll(MessageChecks checks, MessagePath path, IReadOnlyList<FlowComponent> components, FlowScope flow, int depth)
    {
        if (depth > MaxDepth)
            checks.Add(path, MessageFaultKind.NotAllowed);
        for (var i = 0; i < components.Count; i++)
        {
            if (components[i] is { } component)
                component.Check(checks, $"{path}[{i}]", flow, depth);
            else
                checks.Add($"{path}[{i}]", MessageFaultKind.Missing);
        }
    }

    internal static void WriteAll(Utf8JsonWriter writer, ReadOnlySpan<byte> member, IReadOnlyList<FlowComponent> components)
    {
        writer.WriteStartArray(member);
        foreach (var component in components)
            component.Write(writer);
        writer.WriteEndArray();
    }

    internal virtual void Check(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
    {
        flow.Components++;
        flow.References(checks, $"{path}.visible", Visible?.Expression);
        CheckMore(checks, path, flow, depth);
    }

    internal virtual void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("type"u8, Type);
        WriteMore(writer);
        WriteFlag(writer, "visible"u8, Visible);
        writer.WriteEndObject();
    }

    private protected abstract void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth);

    private protected abstract void WriteMore(Utf8JsonWriter writer);

    private protected static void WriteFlag(Utf8JsonWriter writer, ReadOnlySpan<byte> name, FlowFlag? flag)
    {
        if (flag is not { } given)
            return;
        if (given.Value is { } value)
            writer.WriteBoolean(name, value);
        else
            writer.WriteText(name, given.Expression ?? "");
    }

    private protected static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? number)
    {
        if (number is { } value)
            writer.WriteNumber(name, value);
    }

    /// <summary>A component of the platform that has no record here, as it is.</summary>
    /// <param name="Json">A UTF-8 JSON object with <c>type</c>.</param>
    /// <param name="Names">The names under which it gives values.</param>
    public sealed record Custom(ReadOnlyMemory<byte> Json, params IReadOnlyList<string> Names) : FlowComponent
    {
        private protected override string Type => "";

        internal override IEnumerable<string> Inputs => Names;

        internal override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(Json.Span);

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            if (!RawObject.IsObject(Json.Span))
            {
                checks.Add(path, MessageFaultKind.Malformed);
                return;
            }

            using var json = JsonDocument.Parse(Json);
            checks.Required($"{path}.type", json.RootElement.Text("type"), int.MaxValue);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
        }
    }
}
