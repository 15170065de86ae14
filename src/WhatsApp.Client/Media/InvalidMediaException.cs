namespace WhatsApp.Client;

/// <summary>
/// The file breaks a limit of the platform. Nothing was stored: it is thrown before the call, or, for a stream of unknown length, breaks the upload off.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types">supported media types</see>.
/// </summary>
public sealed class InvalidMediaException : WhatsAppException
{
    internal InvalidMediaException(string message, string mimeType)
        : base(message) => MimeType = mimeType;

    /// <summary>The type it was declared to be.</summary>
    public string MimeType { get; }

    /// <summary>The most bytes a file of this type may have; null when the type itself is not taken.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The size of the file; null when it is unknown, because the stream cannot tell it.</summary>
    public long? ActualBytes { get; init; }
}
