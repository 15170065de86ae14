using System.Text;
using System.Text.Json;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Desk;

/// <summary>What messages say, for people to read.</summary>
internal static class DeskText
{
    public static string Of(MessageReceived message) => message switch
    {
        TextReceived text => text.Body,
        ButtonReplyReceived reply => reply.Title,
        ListReplyReceived reply => reply.Title,
        TemplateButtonReceived button => button.Text,
        ReactionReceived reaction => reaction.Emoji ?? "",
        ImageReceived image => image.Caption ?? "",
        VideoReceived video => video.Caption ?? "",
        DocumentReceived document => document.Caption ?? document.Filename ?? "",
        LocationReceived location => string.Join(", ", new[] { location.Name, location.Address }.Where(part => !string.IsNullOrEmpty(part))),
        OrderReceived order => order.Text ?? "",
        _ => "",
    };

    /// <summary>Reads a stored message of ours; what cannot be read shows its type alone.</summary>
    public static DeskMessage Of(RawMessage message, DateTimeOffset at, DeskSpeaker speaker)
    {
        var result = new DeskMessage { At = at, Speaker = speaker, Kind = message.Type };
        try
        {
            using var json = JsonDocument.Parse(message.Payload);
            if (!json.RootElement.TryGetProperty(message.Type, out var content) || content.ValueKind != JsonValueKind.Object)
                return result;
            return message.Type switch
            {
                "text" => result with { Text = Text(content, "body") },
                "interactive" => Interactive(result, content),
                "template" => result with { Text = Template(content) },
                "image" => result with { Text = Text(content, "caption"), Picture = Link(Text(content, "link")) },
                _ => result with { Text = Text(content, "caption") },
            };
        }
        catch (JsonException)
        {
            return result;
        }
    }

    private static DeskMessage Interactive(DeskMessage message, JsonElement content)
    {
        var text = new StringBuilder();
        string? picture = null;
        if (content.TryGetProperty("header", out var header))
        {
            if (Text(header, "text") is { Length: > 0 } title)
                text.Append(title).Append('\n');
            if (header.TryGetProperty("image", out var image))
                picture = Link(Text(image, "link"));
        }

        if (content.TryGetProperty("body", out var body))
            text.Append(Text(body, "text"));
        if (content.TryGetProperty("footer", out var footer) && Text(footer, "text") is { Length: > 0 } small)
            text.Append('\n').Append(small);
        return message with { Text = text.ToString(), Picture = picture, Choices = content.TryGetProperty("action", out var action) ? [.. Choices(action)] : [] };
    }

    private static IEnumerable<string> Choices(JsonElement action)
    {
        if (action.TryGetProperty("buttons", out var buttons) && buttons.ValueKind == JsonValueKind.Array)
        {
            foreach (var button in buttons.EnumerateArray())
            {
                if (button.TryGetProperty("reply", out var reply))
                    yield return Text(reply, "title");
            }
        }

        if (action.TryGetProperty("parameters", out var parameters) && Text(parameters, "display_text") is { Length: > 0 } link)
            yield return link;
        if (!action.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var section in sections.EnumerateArray())
        {
            if (!section.TryGetProperty("rows", out var rows) || rows.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var row in rows.EnumerateArray())
                yield return Text(row, "title");
        }
    }

    private static string Template(JsonElement content)
    {
        var text = new StringBuilder("Template ").Append(Text(content, "name"));
        if (!content.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
            return text.ToString();
        foreach (var component in components.EnumerateArray())
        {
            if (!component.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var parameter in parameters.EnumerateArray())
            {
                if (Text(parameter, "text") is { Length: > 0 } value)
                    text.Append(" · ").Append(value);
            }
        }

        return text.ToString();
    }

    private static string Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string? Link(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? address : null;
}
