namespace WhatsApp.Client;

/// <summary>The file has more bytes than the caller takes (<see cref="MediaDownloadOptions.MaxBytes"/>).</summary>
public sealed class MediaTooLargeException : WhatsAppException
{
    internal MediaTooLargeException(MediaId mediaId, long maxBytes, long? declaredBytes)
        : base($"Media {mediaId} has more than the {maxBytes} bytes allowed.") =>
        (MediaId, MaxBytes, DeclaredBytes) = (mediaId, maxBytes, declaredBytes);

    /// <summary>The file that was asked for.</summary>
    public MediaId MediaId { get; }

    /// <summary>The caller's limit.</summary>
    public long MaxBytes { get; }

    /// <summary>The size the platform declared; null when it declared none and the limit was met while reading.</summary>
    public long? DeclaredBytes { get; }
}
