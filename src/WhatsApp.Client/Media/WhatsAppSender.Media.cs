using System.Net.Http.Headers;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    private static readonly TimeSpan UrlLifetime = TimeSpan.FromMinutes(5);
    private static readonly MediaDownloadOptions DefaultDownload = new();

    /// <summary>
    /// Uploads a file for messages of this number. It is read while it is sent, so its size does not matter to memory, and sent once: the client does not repeat it.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media">upload media</see>.
    /// </summary>
    /// <param name="content">The bytes, from the current position to the end. Left open.</param>
    /// <param name="mimeType">The type of the bytes, such as <c>image/jpeg</c>.</param>
    /// <param name="fileName">The name of the file; not empty.</param>
    /// <param name="cancellationToken">Breaks the upload off.</param>
    /// <returns>The id to send it by, good for 30 days and this number only.</returns>
    /// <exception cref="InvalidMediaException">The platform takes no files of this type or size.</exception>
    public Task<MediaId> UploadMediaAsync(Stream content, string mimeType, string fileName, CancellationToken cancellationToken = default) =>
        UploadMediaAsync(new MediaUpload { Content = content, MimeType = mimeType, FileName = fileName }, cancellationToken);

    /// <summary>Uploads a file, with everything that can be said about it.</summary>
    /// <param name="upload">The file. Its stream is left open.</param>
    /// <param name="cancellationToken">Breaks the upload off.</param>
    /// <returns>The id to send it by, good for this number only.</returns>
    /// <exception cref="InvalidMediaException">The platform takes no files of this type or size.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read, the type or the name is malformed, or the time to live is out of range.</exception>
    public async Task<MediaId> UploadMediaAsync(MediaUpload upload, CancellationToken cancellationToken = default)
    {
        var type = CheckUpload(upload);
        using var body = new MediaBody(upload, type);
        var path = $"{GraphCall.Segment(Account.PhoneNumberId.Value)}/media";
        using var answer = await _connection.Media.MeasureAsync(
            "media.upload", Account, account => _connection.Media.UploadAsync(account, path, body, cancellationToken), cancellationToken).ConfigureAwait(false);
        return answer.RootElement.Text("id") is { Length: > 0 } id
            ? new MediaId(id)
            : throw new WhatsAppUnavailableException("The Cloud API answered an upload without a media id.", requestWasSent: true);
    }

    /// <summary>
    /// Asks where a file of this number is and what it should be. The address works for five minutes.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#retrieve-media-url">retrieve media URL</see>.
    /// </summary>
    /// <param name="id">An uploaded or received file.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<MediaInfo> GetMediaAsync(MediaId id, CancellationToken cancellationToken = default)
    {
        var expires = _connection.Time.GetUtcNow() + UrlLifetime;
        using var answer = await _connection.CallAsync(Account, GraphCall.Get("media.get", MediaPath(id)), cancellationToken).ConfigureAwait(false);
        var root = answer.RootElement;
        if (!Uri.TryCreate(root.Text("url"), UriKind.Absolute, out var url))
            throw new WhatsAppUnavailableException("The Cloud API answered a look-up of media without its address.", requestWasSent: true);
        return new MediaInfo
        {
            Id = id,
            Url = url,
            MimeType = root.Text("mime_type"),
            Sha256 = root.Text("sha256"),
            FileSize = root.LongNumber("file_size"),
            UrlExpiresAt = expires,
        };
    }

    /// <summary>Looks a file up and opens it for reading. Dispose the result.</summary>
    /// <param name="id">An uploaded or received file of this number. Received ones are gone after seven days: download them at once.</param>
    /// <param name="options">Limits of the caller; null is the defaults.</param>
    /// <param name="cancellationToken">Stops waiting for the beginning; each read has a token of its own.</param>
    /// <exception cref="MediaTooLargeException">The declared size is above the caller's limit; nothing was read.</exception>
    /// <exception cref="MediaMismatchException">The download declares another size than the look-up.</exception>
    public async Task<MediaDownload> DownloadMediaAsync(MediaId id, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var media = await GetMediaAsync(id, cancellationToken).ConfigureAwait(false);
        return await DownloadMediaAsync(media, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Opens a file looked up before, or named with its address by a webhook. An address that no longer works is replaced once.
    /// Dispose the result.
    /// </summary>
    /// <param name="media">The file. The token is sent to the host of its address.</param>
    /// <param name="options">Limits of the caller; null is the defaults.</param>
    /// <param name="cancellationToken">Stops waiting for the beginning; each read has a token of its own.</param>
    /// <exception cref="MediaTooLargeException">The declared size is above the caller's limit; nothing was read.</exception>
    /// <exception cref="MediaMismatchException">The download declares another size than <paramref name="media"/>.</exception>
    public Task<MediaDownload> DownloadMediaAsync(MediaInfo media, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(media);
        if (options is not null)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxBytes, nameof(options));
        return _connection.Media.MeasureAsync(
            "media.download", Account, account => OpenAsync(account, media, options ?? DefaultDownload, cancellationToken), cancellationToken);
    }

    /// <summary>Looks up a file a customer sent and opens it for reading, compared with the hash the webhook named. Dispose the result.</summary>
    /// <param name="received">The message; its file is gone after seven days.</param>
    /// <param name="options">Limits of the caller; null is the defaults.</param>
    /// <param name="cancellationToken">Stops waiting for the beginning; each read has a token of its own.</param>
    /// <exception cref="MediaTooLargeException">The declared size is above the caller's limit; nothing was read.</exception>
    /// <exception cref="MediaMismatchException">The download declares another size than the look-up.</exception>
    public async Task<MediaDownload> DownloadMediaAsync(
        MediaReceived received, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(received);
        var media = await GetMediaAsync(received.MediaId, cancellationToken).ConfigureAwait(false);
        return await DownloadMediaAsync(media with { Sha256 = received.Sha256 ?? media.Sha256 }, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Downloads a file into a stream. When it throws, the bytes written so far are unchecked: throw them away.
    /// </summary>
    /// <param name="id">An uploaded or received file of this number.</param>
    /// <param name="destination">Where the bytes go; left open.</param>
    /// <param name="options">Limits of the caller; null is the defaults.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>What the platform says about the file. Its bytes were checked.</returns>
    /// <exception cref="MediaTooLargeException">The file is above the caller's limit.</exception>
    /// <exception cref="MediaMismatchException">The bytes are not the declared file.</exception>
    public async Task<MediaInfo> DownloadMediaAsync(
        MediaId id, Stream destination, MediaDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var download = await DownloadMediaAsync(id, options, cancellationToken).ConfigureAwait(false);
        await using var _ = download.ConfigureAwait(false);
        await download.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        return download.Media;
    }

    /// <summary>
    /// Deletes a file of this number.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#delete-media">delete media</see>.
    /// </summary>
    /// <param name="id">An uploaded or received file.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task DeleteMediaAsync(MediaId id, CancellationToken cancellationToken = default)
    {
        using var answer = await _connection.CallAsync(Account, GraphCall.Delete("media.delete", MediaPath(id)), cancellationToken).ConfigureAwait(false);
        GraphAnswer.RequireSuccess(answer.RootElement);
    }

    private async Task<MediaDownload> OpenAsync(WhatsAppAccount account, MediaInfo media, MediaDownloadOptions options, CancellationToken cancellationToken)
    {
        if (media.FileSize > options.MaxBytes)
            throw new MediaTooLargeException(media.Id, options.MaxBytes, media.FileSize);
        var isOld = media.UrlExpiresAt <= _connection.Time.GetUtcNow();
        if (isOld)
            media = await RenewAsync(media, cancellationToken).ConfigureAwait(false);
        var response = await _connection.Media.OpenAsync(account, media.Url, cancellationToken).ConfigureAwait(false);
        if (response.IsExpired && !isOld)
        {
            response.Dispose();
            media = await RenewAsync(media, cancellationToken).ConfigureAwait(false);
            response = await _connection.Media.OpenAsync(account, media.Url, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await MediaOpening.ReadAsync(media, response, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>A new address; what the caller knows of the file, perhaps from a signed webhook, stays.</summary>
    private async Task<MediaInfo> RenewAsync(MediaInfo media, CancellationToken cancellationToken)
    {
        var renewed = await GetMediaAsync(media.Id, cancellationToken).ConfigureAwait(false);
        return renewed with
        {
            MimeType = media.MimeType ?? renewed.MimeType,
            Sha256 = media.Sha256 ?? renewed.Sha256,
            FileSize = media.FileSize ?? renewed.FileSize,
        };
    }

    private string MediaPath(MediaId id) => string.IsNullOrWhiteSpace(id.Value)
        ? throw new ArgumentException("A media id is needed.", nameof(id))
        : $"{GraphCall.Segment(id.Value)}?phone_number_id={Uri.EscapeDataString(Account.PhoneNumberId.Value)}";

    private static MediaTypeHeaderValue CheckUpload(MediaUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (upload.Content is not { CanRead: true })
            throw new ArgumentException("A stream that can be read is needed.", nameof(upload));
        if (string.IsNullOrWhiteSpace(upload.FileName) || upload.FileName.Any(char.IsControl))
            throw new ArgumentException("A file name without control characters is needed.", nameof(upload));
        if (upload.TimeToLive is { } keep && (keep < TimeSpan.FromHours(1) || keep > TimeSpan.FromDays(30)))
            throw new ArgumentException("Media without storage is kept one hour to 30 days.", nameof(upload));
        return MediaTypeHeaderValue.TryParse(upload.MimeType, out var type)
            ? type
            : throw new ArgumentException("A MIME type looks like image/jpeg.", nameof(upload));
    }
}
