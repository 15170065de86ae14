namespace WhatsApp.Client;

/// <summary>
/// The bytes are not the file the platform declared: another size or another SHA-256. Whatever was read or written so far must be thrown away.
/// </summary>
public sealed class MediaMismatchException : WhatsAppException
{
    internal MediaMismatchException(string message, MediaId mediaId)
        : base(message) => MediaId = mediaId;

    /// <summary>The file that was asked for.</summary>
    public MediaId MediaId { get; }

    /// <summary>The declared size; null when only the hash differs or no size was declared.</summary>
    public long? ExpectedBytes { get; init; }

    /// <summary>The bytes received until the difference showed.</summary>
    public long ActualBytes { get; init; }
}
