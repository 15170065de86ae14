using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Fetches what a business links to, if asked to, and keeps the result ten minutes per address, as the platform does.</summary>
internal sealed class MediaLinks(EmulatedCloud cloud)
{
    private const int MaxKept = 1_000;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (GraphError? Failure, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <returns>Why the file cannot be sent as this kind; null when it can, or when links are not fetched.</returns>
    public async Task<GraphError?> CheckAsync(string link, string kind, CancellationToken cancellationToken)
    {
        if (!cloud.Options.FetchesLinks)
            return null;
        var key = $"{kind} {link}";
        var now = cloud.Time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && now - known.At < Keep)
            return known.Failure;
        var failure = await FetchAsync(link, kind, cancellationToken).ConfigureAwait(false);
        if (_known.Count >= MaxKept)
            _known.Clear();
        _known[key] = (failure, now);
        return failure;
    }

    private async Task<GraphError?> FetchAsync(string link, string kind, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(cloud.Options.WebhookTimeout, cloud.Options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            using var response = await cloud.Sender.Http.SendAsync(request, linked.Token).ConfigureAwait(false);
            if ((int)response.StatusCode != 200)
                return Failed($"The media link answered {(int)response.StatusCode}.");
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            if (MediaLimits.MaxBytes(type) is not { } max || MediaLimits.KindOf(type) != kind)
                return Failed($"Media of type \"{type}\" cannot be sent as {kind}.");
            var content = await response.Content.ReadAsByteArrayAsync(linked.Token).ConfigureAwait(false);
            if (content.Length > max)
                return Failed($"The media has {content.Length} bytes, at most {max} are allowed.");
            return MediaLimits.Matches(type, content) ? null : Failed($"The bytes of the media are not {type}.");
        }
        catch (HttpRequestException)
        {
            return Failed("The media link could not be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("The media link did not answer in time.");
        }
    }

    private static GraphError Failed(string details) => GraphError.Of(131053, details);
}
