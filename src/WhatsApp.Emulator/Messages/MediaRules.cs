namespace WhatsApp.Emulator;

/// <summary>Media by id or link: exactly one of the two, with the extras its kind may carry.</summary>
internal static class MediaRules
{
    public static void Check(Param media, string kind, EmulatedNumber number, EmulatedCloud cloud)
    {
        switch (kind)
        {
            case "document":
                media.AllowOnly("id", "link", "caption", "filename");
                media.FindText("filename", 240);
                break;
            case "audio":
                media.AllowOnly("id", "link", "voice");
                media.FindFlag("voice");
                break;
            case "sticker":
                media.AllowOnly("id", "link");
                break;
            default:
                media.AllowOnly("id", "link", "caption");
                break;
        }

        media.FindText("caption", 1024);
        CheckSource(media, number, cloud);
    }

    public static void CheckSource(Param media, EmulatedNumber number, EmulatedCloud cloud)
    {
        var id = media.FindText("id", 200);
        var link = media.FindText("link", 4_000);
        if (id is null && link is null)
            throw new GraphException(GraphError.Missing($"{media.Path}['id']"));
        if (id is not null && link is not null)
            throw new GraphException(GraphError.Invalid($"Param {media.Path} takes either id or link, not both."));
        if (link is not null && !IsWebAddress(link))
            throw new GraphException(GraphError.Unsupported($"Param {media.Path}['link'] is not a valid URI."));
        if (id is not null && cloud.Media.Find(id)?.Owner != number)
            throw new GraphException(GraphError.Unsupported($"Param {media.Path}['id'] is not a media id of this number."));
    }

    /// <summary>A media id whose MIME type does not suit the message fails after it was accepted.</summary>
    public static GraphError? LateFailure(Param body, string type, EmulatedCloud cloud)
    {
        if (type is not ("image" or "video" or "audio" or "document" or "sticker"))
            return null;
        return body.NeedObject(type).FindText("id", 200) is { } id && cloud.Media.Find(id) is { } item && item.Kind != type
            ? GraphError.Of(131053, $"Media of type {item.MimeType} cannot be sent as {type}.")
            : null;
    }

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
