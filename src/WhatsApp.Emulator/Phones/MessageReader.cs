using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>Turns an accepted send into what the person sees.</summary>
internal static class MessageReader
{
    public static ChatMessage Read(OutgoingMessage message, DateTimeOffset at, MediaStore media)
    {
        var body = message.Payload;
        var shown = new ChatMessage
        {
            Id = message.Id,
            IsFromBusiness = true,
            Type = message.Type,
            At = at,
            QuotedId = Find(body, "context", "message_id"),
            Json = body.GetRawText(),
        };
        return message.Type switch
        {
            "text" => shown with { Text = Find(body, "text", "body") },
            "image" or "video" or "audio" or "document" or "sticker" => WithMedia(shown, body.GetProperty(message.Type), message.Type, media) with { Text = Find(body, message.Type, "caption") },
            "interactive" => ReadInteractive(shown, body.GetProperty("interactive"), media),
            "location" => ReadLocation(shown, body.GetProperty("location")),
            "contacts" => shown with { Text = string.Join('\n', body.GetProperty("contacts").EnumerateArray().Select(card => Find(card, "name", "formatted_name"))) },
            "template" when message.Template is { } template => ReadTemplate(shown, TemplateRendering.Render(template, body.GetProperty("template")), media),
            "template" => ReadTemplate(shown, body.GetProperty("template")),
            _ => shown,
        };
    }

    private static ChatMessage ReadInteractive(ChatMessage shown, JsonElement interactive, MediaStore media)
    {
        shown = shown with
        {
            Header = Find(interactive, "header", "text"),
            Text = Find(interactive, "body", "text"),
            Footer = Find(interactive, "footer", "text"),
        };
        var kind = Find(interactive, "header", "type");
        if (kind is "image" or "video" or "document")
            shown = WithMedia(shown, interactive.GetProperty("header").GetProperty(kind), kind, media);

        var action = interactive.GetProperty("action");
        return Find(interactive, "type") switch
        {
            "button" => shown with { Buttons = [.. action.GetProperty("buttons").EnumerateArray().Select(ReadButton)] },
            "list" => shown with { ListButton = Find(action, "button"), Sections = [.. action.GetProperty("sections").EnumerateArray().Select(ReadSection)] },
            "cta_url" => shown with { Link = new ChatLink(Find(action, "parameters", "display_text")!, Find(action, "parameters", "url")!) },
            _ => shown,
        };
    }

    private static ChatButton ReadButton(JsonElement button) => new(Find(button, "reply", "id")!, Find(button, "reply", "title")!);

    private static ChatSection ReadSection(JsonElement section) =>
        new(Find(section, "title"), [.. section.GetProperty("rows").EnumerateArray().Select(row => new ChatRow(Find(row, "id")!, Find(row, "title")!, Find(row, "description")))]);

    private static ChatMessage WithMedia(ChatMessage shown, JsonElement source, string kind, MediaStore media) => shown with
    {
        MediaKind = kind,
        MediaUrl = Find(source, "link") ?? (Find(source, "id") is { } id ? media.Find(id)?.PagePath : null),
        FileName = Find(source, "filename"),
    };

    private static ChatMessage ReadLocation(ChatMessage shown, JsonElement location)
    {
        string?[] lines = [Find(location, "name"), Find(location, "address"), $"{location.GetProperty("latitude")}, {location.GetProperty("longitude")}"];
        return shown with { Text = string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line))) };
    }

    private static ChatMessage ReadTemplate(ChatMessage shown, TemplateRendering template, MediaStore media)
    {
        shown = shown with { Header = template.Header, Text = template.Text, Footer = template.Footer, Buttons = template.Buttons, Link = template.Link };
        return template.Media is { } attached ? WithMedia(shown, attached.Source, attached.Kind, media) : shown;
    }

    /// <summary>A template nobody submitted: its parameters are all there is to see.</summary>
    private static ChatMessage ReadTemplate(ChatMessage shown, JsonElement template)
    {
        var lines = new List<string> { $"Template {Find(template, "name")}" };
        if (template.TryGetProperty("components", out var components))
        {
            foreach (var component in components.EnumerateArray().Where(component => component.TryGetProperty("parameters", out _)))
                lines.AddRange(component.GetProperty("parameters").EnumerateArray().Select(parameter => Find(parameter, "text")).OfType<string>());
        }

        return shown with { Text = string.Join('\n', lines) };
    }

    private static string? Find(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
