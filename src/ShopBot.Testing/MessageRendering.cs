using System.Globalization;
using System.Text;
using WhatsApp.Client;

namespace ShopBot.Testing;

/// <summary>
/// How a message looks in a transcript: its words and what can be tapped, no ids. Buttons stand in brackets, rows of a list after a dash, everything that is not words in
/// parentheses.
/// </summary>
public static class MessageRendering
{
    /// <summary>Renders a message; lines are separated by <c>\n</c>.</summary>
    public static string Render(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new StringBuilder();
        switch (message)
        {
            case TextMessage plain:
                text.Append(plain.Body);
                break;
            case ReplyButtonsMessage buttons:
                Frame(text, buttons.Header, buttons.Body, buttons.Footer);
                text.Append('\n').AppendJoin(' ', buttons.Buttons.Select(button => $"[{button.Title}]"));
                break;
            case ListMessage list:
                Frame(text, list.Header is null ? null : new MessageHeader.Text(list.Header), list.Body, list.Footer);
                text.Append("\n[[").Append(list.Button).Append("]]");
                foreach (var section in list.Sections)
                {
                    if (section.Title is not null)
                        text.Append("\n  ").Append(section.Title).Append(':');
                    foreach (var row in section.Rows)
                        text.Append("\n- ").Append(row.Title).Append(row.Description is null ? "" : " | " + row.Description);
                }

                break;
            case CtaUrlMessage link:
                Frame(text, link.Header, link.Body, link.Footer);
                text.Append("\n[").Append(link.DisplayText).Append("] -> ").Append(link.Url);
                break;
            case LocationRequestMessage place:
                text.Append(place.Body).Append("\n[(send location)]");
                break;
            case LocationMessage place:
                text.Append(CultureInfo.InvariantCulture, $"(location {place.Latitude},{place.Longitude})");
                break;
            case ImageMessage image:
                Media(text, "image", image.Image, image.Caption);
                break;
            case VideoMessage video:
                Media(text, "video", video.Video, video.Caption);
                break;
            case DocumentMessage document:
                Media(text, "document", document.Document, document.Caption);
                break;
            case TemplateMessage template:
                text.Append(CultureInfo.InvariantCulture, $"(template {template.Name} in {template.Language})");
                break;
            default:
                text.Append('(').Append(message.Type).Append(')');
                break;
        }

        return text.ToString();
    }

    /// <summary>What can be tapped: titles with the ids that come back.</summary>
    public static IReadOnlyList<(string Title, string Id)> Choices(OutgoingMessage message) => message switch
    {
        ReplyButtonsMessage buttons => [.. buttons.Buttons.Select(button => (button.Title, button.Id))],
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows).Select(row => (row.Title, row.Id))],
        _ => [],
    };

    private static void Frame(StringBuilder text, MessageHeader? header, string body, string? footer)
    {
        switch (header)
        {
            case MessageHeader.Text line:
                text.Append('*').Append(line.Value).Append("*\n");
                break;
            case MessageHeader.Image image:
                Media(text, "image", image.Source, "\n");
                break;
            case MessageHeader.Video video:
                Media(text, "video", video.Source, "\n");
                break;
            case MessageHeader.Document document:
                Media(text, "document", document.Source, "\n");
                break;
        }

        text.Append(body);
        if (footer is not null)
            text.Append("\n_").Append(footer).Append('_');
    }

    private static void Media(StringBuilder text, string kind, MediaSource source, string? after)
    {
        text.Append('(').Append(kind).Append(' ').Append(source switch
        {
            MediaSource.ByLink link => link.Link.AbsoluteUri,
            MediaSource.ById => "uploaded",
            _ => "",
        }).Append(')');
        if (after is not null)
            text.Append(after == "\n" ? after : " " + after);
    }
}
