using System.Globalization;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Testing;

/// <summary>Messages as they come from a person, made without a webhook.</summary>
public static class TestMessages
{
    private static readonly byte[] NoJson = "{}"u8.ToArray();

    /// <summary>A text.</summary>
    public static TextReceived Text(string id, DateTimeOffset at, string? name, string body) => new()
    {
        WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "text", From = Sender(name), Body = body,
    };

    /// <summary>A tapped button.</summary>
    public static ButtonReplyReceived Tap(string id, DateTimeOffset at, string? name, string replyId) => new()
    {
        WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "interactive", From = Sender(name), ReplyId = replyId, Title = "",
    };

    /// <summary>A place.</summary>
    public static LocationReceived Location(string id, DateTimeOffset at, string? name, double latitude, double longitude) => new()
    {
        WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "location", From = Sender(name), Latitude = latitude, Longitude = longitude,
    };

    /// <summary>A message of a named kind: <c>image</c>, <c>video</c>, <c>audio</c>, <c>document</c>, <c>sticker</c>, <c>location 52.5,13.4</c>, or any word the platform may send.</summary>
    public static MessageReceived OfKind(string id, DateTimeOffset at, string? name, string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var media = new MediaId("media." + id);
        switch (kind.Split(' ', 2))
        {
            case ["image"]:
                return new ImageReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "image", From = Sender(name), MediaId = media };
            case ["video"]:
                return new VideoReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "video", From = Sender(name), MediaId = media };
            case ["audio"]:
                return new AudioReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "audio", From = Sender(name), MediaId = media };
            case ["document"]:
                return new DocumentReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "document", From = Sender(name), MediaId = media };
            case ["sticker"]:
                return new StickerReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = "sticker", From = Sender(name), MediaId = media };
            case ["location", var place] when place.Split(',') is [var latitude, var longitude]:
                return Location(id, at, name, double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));
            default:
                return new UnknownMessageReceived { WabaId = "1", Field = "messages", Raw = NoJson, Id = new MessageId(id), Timestamp = at, Type = kind, From = Sender(name) };
        }
    }

    private static MessageSender Sender(string? name) => new() { WaId = "15550001111", ProfileName = name };
}
