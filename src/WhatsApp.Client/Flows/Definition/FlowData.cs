using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What a screen is given under one name: a JSON schema with an example, which is shown while the flow is built.</summary>
/// <param name="Schema">A UTF-8 JSON object with <c>type</c> and <c>__example__</c>.</param>
public sealed record FlowData(ReadOnlyMemory<byte> Schema)
{
    /// <summary>A text.</summary>
    /// <param name="example">An example.</param>
    public static FlowData Text(string example) => new(GraphBody.Of(json =>
    {
        json.WriteString("type"u8, "string"u8);
        json.WriteText("__example__"u8, example);
    }));

    /// <summary>A number.</summary>
    /// <param name="example">An example.</param>
    public static FlowData Number(decimal example) => new(GraphBody.Of(json =>
    {
        json.WriteString("type"u8, "number"u8);
        json.WriteNumber("__example__"u8, example);
    }));

    /// <summary>Yes or no.</summary>
    /// <param name="example">An example.</param>
    public static FlowData Flag(bool example) => new(GraphBody.Of(json =>
    {
        json.WriteString("type"u8, "boolean"u8);
        json.WriteBoolean("__example__"u8, example);
    }));

    /// <summary>What people choose from.</summary>
    /// <param name="examples">Examples.</param>
    public static FlowData Options(params IReadOnlyList<FlowOption> examples) => new(GraphBody.Of(json =>
    {
        json.WriteString("type"u8, "array"u8);
        json.WriteStartObject("items"u8);
        json.WriteString("type"u8, "object"u8);
        json.WriteStartObject("properties"u8);
        foreach (var name in (ReadOnlySpan<string>)["id", "title", "description", "metadata"])
        {
            json.WriteStartObject(name);
            json.WriteString("type"u8, "string"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteList("__example__"u8, examples, static (writer, option) => option.Write(writer));
    }));

    /// <summary>The size only.</summary>
    public override string ToString() => $"FlowData({Schema.Length} bytes)";

    internal void Check(MessageChecks checks, MessagePath path)
    {
        if (!RawObject.IsObject(Schema.Span))
        {
            checks.Add(path, MessageFaultKind.Malformed);
            return;
        }

        using var schema = JsonDocument.Parse(Schema);
        if (schema.RootElement.Text("type") is not ("string" or "number" or "boolean" or "array" or "object"))
            checks.Add($"{path}.type", MessageFaultKind.Malformed);
        if (!schema.RootElement.TryGetProperty("__example__", out _))
            checks.Add($"{path}.__example__", MessageFaultKind.Missing);
    }
}
