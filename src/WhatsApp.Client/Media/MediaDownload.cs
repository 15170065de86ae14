namespace WhatsApp.Client;

/// <summary>
/// A file while its bytes come. Read <see cref="Content"/> to its end and dispose this. Size and SHA-256 are checked on the way: the last
/// bytes are handed over only if the whole is the declared file, and a connection that breaks is an exception, never a short file.
/// </summary>
public sealed class MediaDownload : IAsyncDisposable, IDisposable
{
    private readonly MediaStream _content;

    internal MediaDownload(MediaInfo media, MediaStream content) => (Media, _content) = (media, content);

    /// <summary>What the platform says about the file.</summary>
    public MediaInfo Media { get; }

    /// <summary>
    /// The bytes, for one reader at a time, asynchronously only: copy them to a <see cref="MemoryStream"/> for a reader that cannot.
    /// Reading throws <see cref="MediaMismatchException"/>, <see cref="MediaTooLargeException"/>, or
    /// <see cref="WhatsAppUnavailableException"/> when the connection breaks or stands still for
    /// <see cref="WhatsAppClientOptions.MediaIdleTimeout"/>; after that every read throws it again.
    /// </summary>
    public Stream Content => _content;

    /// <summary>Copies the bytes. When it throws, those written so far are unchecked: throw them away.</summary>
    /// <param name="destination">Where they go; left open.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="MediaTooLargeException">The file is above the caller's limit.</exception>
    /// <exception cref="MediaMismatchException">The bytes are not the declared file.</exception>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) => _content.CopyToAsync(destination, cancellationToken);

    /// <summary>Ends the download, finished or not.</summary>
    public void Dispose() => _content.Dispose();

    /// <summary>Ends the download, finished or not.</summary>
    public ValueTask DisposeAsync() => _content.DisposeAsync();
}
