namespace WhatsApp.Client;

/// <summary>Looks at the beginning of a download: an error, a page, a size nobody declared, or the file.</summary>
internal static class MediaOpening
{
    public static async Task<MediaDownload> ReadAsync(
        MediaInfo media, MediaResponse response, MediaDownloadOptions options, CancellationToken cancellationToken)
    {
        if (response.Status != 200)
            throw await FailureAsync(response, cancellationToken).ConfigureAwait(false);
        if (response.IsPageInsteadOf(media))
            throw new WhatsAppUnavailableException("The download of media answered with a web page.", requestWasSent: true);

        var check = new MediaCheck(media, response.Content.Headers.ContentLength, options);
        try
        {
            var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new MediaDownload(media, new MediaStream(response, content, check));
        }
        catch
        {
            check.Dispose();
            throw;
        }
    }

    private static async Task<WhatsAppException> FailureAsync(MediaResponse response, CancellationToken cancellationToken)
    {
        try
        {
            using var registration = response.Idle.CancelWith(cancellationToken);
            response.Idle.Restart();
            var bytes = await CappedContent.ReadAsync(response.Content, response.Idle.Token).ConfigureAwait(false);
            using var answer = GraphAnswer.Read(response.Status, bytes, retryAfter: null);
            return new WhatsAppUnavailableException($"The download of media answered without the file (HTTP {response.Status}).", requestWasSent: true);
        }
        catch (WhatsAppException failure)
        {
            return failure;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            throw MediaFailure.Of(exception, cancellationToken.IsCancellationRequested, requestWasSent: true, cancellationToken);
        }
    }
}
