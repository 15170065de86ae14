using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>What a person does in the phone page beyond what tests do.</content>
public sealed partial class EmulatedPhone
{
    internal Task<ChatMessage> SayAsync(EmulatedNumber to, string text, string? quotedId, CancellationToken cancellationToken) =>
        SendAsync(to, "text", new JsonObject { ["body"] = text }, message => message with { Text = text }, quotedId, cancellationToken);

    /// <summary>Sends the platform's object of a type as the page put it together: a place, a contact, an order, the answer of a form.</summary>
    internal Task<ChatMessage> SendPayloadAsync(EmulatedNumber to, string type, JsonNode payload, string? quotedId, CancellationToken cancellationToken)
    {
        var content = payload.ToJsonString();
        return SendAsync(to, type, JsonNode.Parse(content), message => message with { Content = content }, quotedId, cancellationToken);
    }

    /// <summary>Sends a file with the name it has on the phone; a voice note is a sound that was recorded just now.</summary>
    internal Task<ChatMessage> SendFileAsync(EmulatedNumber to, ReceivedFile file, CancellationToken cancellationToken)
    {
        var item = _cloud.Media.AddReceived(to, file.Content, file.MimeType);
        var media = new JsonObject
        {
            ["id"] = item.Id,
            ["mime_type"] = file.MimeType,
            ["sha256"] = Convert.ToBase64String(item.Hash),
            ["url"] = _cloud.Media.Link(item, _cloud.BaseUrl),
        };
        if (item.Kind == "audio")
            media["voice"] = file.IsVoice;
        if (item.Kind == "document" && file.Name.Length > 0)
            media["filename"] = file.Name;
        if (file.Caption.Length > 0 && item.Kind is "image" or "video" or "document")
            media["caption"] = file.Caption;
        var text = (string?)media["caption"];
        var content = media.ToJsonString();
        return SendAsync(to, item.Kind, media, message => message with
        {
            Text = text,
            MediaUrl = item.PagePath,
            MediaKind = item.Kind,
            FileName = item.Kind == "document" ? file.Name : null,
            Content = content,
        }, file.QuotedId, cancellationToken);
    }

    /// <summary>A file picked or recorded in the page. An empty name or caption means none.</summary>
    internal sealed record ReceivedFile(byte[] Content, string MimeType, string Name, string Caption, bool IsVoice, string? QuotedId);
}
