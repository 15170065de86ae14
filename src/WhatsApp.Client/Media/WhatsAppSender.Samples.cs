using System.Globalization;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    private const int SampleAttempts = 3;

    /// <summary>
    /// Uploads a sample for a template's header or a profile picture, and goes on where it stopped when the connection breaks. Not for sending: that is
    /// <see cref="UploadMediaAsync(MediaUpload, CancellationToken)"/>.
    /// See <see href="https://developers.facebook.com/docs/graph-api/guides/upload">resumable upload</see>.
    /// </summary>
    /// <param name="appId">The Meta app of the token.</param>
    /// <param name="content">The file, from its position on; it must be seekable and is left open.</param>
    /// <param name="mimeType">PDF, JPEG, PNG or MP4.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="cancellationToken">Breaks the upload off.</param>
    /// <returns>The handle to name the file by.</returns>
    /// <exception cref="ArgumentException">The app id has something else than digits, or the stream cannot be read and sought.</exception>
    public async Task<string> UploadSampleAsync(string appId, Stream content, string mimeType, string fileName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (string.IsNullOrEmpty(appId) || appId.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("An app id has digits only.", nameof(appId));
        if (!content.CanRead || !content.CanSeek)
            throw new ArgumentException("The stream must be readable and seekable.", nameof(content));

        var start = content.Position;
        var length = content.Length - start;
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"{appId}/uploads?file_name={Uri.EscapeDataString(fileName)}&file_length={length}&file_type={Uri.EscapeDataString(mimeType)}");
        var session = await ReadAsync(
            GraphCall.Post("samples.begin", path, "{}"u8.ToArray()), static answer => answer.Text("id") ?? throw Without("an upload", "its id"), cancellationToken)
            .ConfigureAwait(false);
        var offset = 0L;
        for (var attempt = 1; ; attempt++)
        {
            content.Position = start + offset;
            try
            {
                using var answer = await _connection.Media.MeasureAsync(
                    "samples.upload", Account, account => _connection.Media.UploadSampleAsync(account, session, content, offset, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                return answer.RootElement.Text("h") ?? throw Without("an upload", "its handle");
            }
            catch (WhatsAppUnavailableException) when (attempt < SampleAttempts)
            {
                offset = await ReadAsync(
                    GraphCall.Get("samples.resume", session), static answer => answer.LongNumber("file_offset") ?? 0, cancellationToken).ConfigureAwait(false);
                if (offset < 0 || offset > length)
                    throw;
            }
        }
    }
}
