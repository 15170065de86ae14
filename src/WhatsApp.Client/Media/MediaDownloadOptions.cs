namespace WhatsApp.Client;

/// <summary>What a download may be.</summary>
public sealed class MediaDownloadOptions
{
    /// <summary>The most bytes taken; above zero. Default 100 MiB, the largest file a customer can send.</summary>
    public long MaxBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Whether the bytes are compared with <see cref="MediaInfo.Sha256"/>. Default true.</summary>
    public bool CheckHash { get; init; } = true;
}
