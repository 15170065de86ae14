namespace WhatsApp.Client;

/// <summary>An answer whose body is still to come. Holds the client, so that its handler is not collected meanwhile.</summary>
internal sealed class MediaResponse(HttpClient client, HttpResponseMessage message, IdleDeadline idle) : IDisposable
{
    public int Status => (int)message.StatusCode;

    public HttpContent Content => message.Content;

    public IdleDeadline Idle => idle;

    /// <summary>What an old or foreign address answers.</summary>
    public bool IsExpired => Status is 401 or 403 or 404 or 410;

    /// <summary>A login or error page instead of the file: what a request without a good token gets, with status 200.</summary>
    public bool IsPageInsteadOf(MediaInfo media) =>
        message.Content.Headers.ContentType?.MediaType is { } type
        && type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
        && media.MimeType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true;

    public void Dispose()
    {
        message.Dispose();
        client.Dispose();
        idle.Dispose();
    }
}
