using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>A template filled with the parameters of a send, as a person reads it.</summary>
internal sealed record TemplateRendering
{
    public string? Header { get; init; }
    public string? Text { get; init; }
    public string? Footer { get; init; }
    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];
    public ChatLink? Link { get; init; }

    /// <summary>The media of the header as it was sent: its kind and its source.</summary>
    public (string Kind, JsonElement Source)? Media { get; init; }

    public static TemplateRendering Render(EmulatedTemplate template, JsonElement send)
    {
        var components = send.TryGetProperty("components", out var given) ? given.EnumerateArray().ToArray() : [];
        var shape = template.Shape;
        var header = Array.Find(components, component => Is(component, "header"));
        return new TemplateRendering
        {
            Header = shape.HeaderText?.Fill(Values(shape.HeaderText, header)),
            Text = shape.Body?.Fill(Values(shape.Body, Array.Find(components, component => Is(component, "body")))),
            Footer = shape.Footer,
            Media = shape.HeaderFormat is "IMAGE" or "VIDEO" or "DOCUMENT" or "GIF" ? MediaOf(header) : null,
            Buttons = [.. shape.Buttons.Index().Where(pair => pair.Item.Type == "QUICK_REPLY").Select(pair => new ChatButton(Payload(components, pair.Index) ?? pair.Item.Text, pair.Item.Text))],
            Link = shape.Buttons.Index().Where(pair => pair.Item.Url is not null)
                .Select(pair => new ChatLink(pair.Item.Text, pair.Item.Url!.Fill(Values(pair.Item.Url, Button(components, pair.Index))))).FirstOrDefault(),
        };
    }

    private static Dictionary<string, string> Values(TemplateText text, JsonElement component)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (component.ValueKind != JsonValueKind.Object || !component.TryGetProperty("parameters", out var parameters))
            return values;
        foreach (var (index, parameter) in parameters.EnumerateArray().Index())
        {
            var name = parameter.TryGetProperty("parameter_name", out var named) ? named.GetString()! : index < text.Variables.Count ? text.Variables[index] : "";
            values[name] = ValueOf(parameter);
        }

        return values;
    }

    private static string ValueOf(JsonElement parameter)
    {
        if (parameter.TryGetProperty("text", out var text))
            return text.ToString();
        foreach (var kind in (string[])["currency", "date_time"])
        {
            if (parameter.TryGetProperty(kind, out var value) && value.TryGetProperty("fallback_value", out var fallback))
                return fallback.ToString();
        }

        return "";
    }

    private static (string Kind, JsonElement Source)? MediaOf(JsonElement header)
    {
        if (header.ValueKind != JsonValueKind.Object || !header.TryGetProperty("parameters", out var parameters) || parameters.GetArrayLength() == 0)
            return null;
        var kind = parameters[0].GetProperty("type").GetString()!.ToLowerInvariant();
        return parameters[0].TryGetProperty(kind, out var source) ? (kind, source) : null;
    }

    private static string? Payload(JsonElement[] components, int index) =>
        Button(components, index) is { ValueKind: JsonValueKind.Object } button && button.TryGetProperty("parameters", out var parameters) && parameters.GetArrayLength() > 0
        && parameters[0].TryGetProperty("payload", out var payload) ? payload.GetString() : null;

    private static JsonElement Button(JsonElement[] components, int index) =>
        Array.Find(components, component => Is(component, "button") && component.TryGetProperty("index", out var at) && at.ToString() == index.ToString(CultureInfo.InvariantCulture));

    private static bool Is(JsonElement component, string type) => component.TryGetProperty("type", out var value) && string.Equals(value.GetString(), type, StringComparison.OrdinalIgnoreCase);
}
