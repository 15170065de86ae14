using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A file: picture, video, sound, document or sticker. The platform keeps it for 7 days.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">media</see>.
/// </summary>
public abstract record MediaReceived : MessageReceived
{
    private LazyText _mediaId;
    private LazyText _mimeType;
    private LazyText _sha256;
    private LazyText _url;

    private protected MediaReceived()
    {
    }

    [SetsRequiredMembers]
    private protected MediaReceived(scoped in MessageParts parts, in MediaDraft media)
        : base(parts)
    {
        _mediaId = parts.Origin.Lazy(media.Id);
        _mimeType = parts.Origin.Lazy(media.MimeType);
        _sha256 = parts.Origin.Lazy(media.Sha256);
        _url = parts.Origin.Lazy(media.Url);
    }

    /// <summary>What to download it by, with this number's token only.</summary>
    public required MediaId MediaId
    {
        get => new(_mediaId.Value!);
        init => _mediaId = new LazyText(value.Value);
    }

    /// <summary>What the sender's app says it is, with parameters such as <c>audio/ogg; codecs=opus</c>; null when absent.</summary>
    public string? MimeType
    {
        get => _mimeType.Value;
        init => _mimeType = new LazyText(value);
    }

    /// <summary>SHA-256 of the file in Base64; null when absent.</summary>
    public string? Sha256
    {
        get => _sha256.Value;
        init => _sha256 = new LazyText(value);
    }

    /// <summary>An address that works for some minutes and needs the token; null when absent. Prefer the id.</summary>
    public string? Url
    {
        get => _url.Value;
        init => _url = new LazyText(value);
    }
}
