namespace WhatsApp.Client;

/// <summary>A file to upload, with everything that can be said about it.</summary>
public sealed class MediaUpload
{
    /// <summary>
    /// The bytes, read once from the current position to the end and left open. A stream that can seek tells its size before the call;
    /// of any other the size is checked while it is sent, and an oversized one is broken off.
    /// </summary>
    public required Stream Content { get; init; }

    /// <summary>The type of the bytes, such as <c>image/jpeg</c>. The platform looks into the file and refuses another one (131053).</summary>
    public required string MimeType { get; init; }

    /// <summary>The name of the file, such as <c>invoice.pdf</c>; not empty.</summary>
    public required string FileName { get; init; }

    /// <summary>
    /// How long the platform keeps the file, one hour to 30 days, in whole minutes; only for numbers without storage. Null (the default) is 30 days.
    /// </summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Whether the type and the size are checked against the platform's documented limits. Default true.</summary>
    public bool Validate { get; init; } = true;
}
