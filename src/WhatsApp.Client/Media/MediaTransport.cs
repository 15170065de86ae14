using System.Globalization;
using System.Net;
using System.Text.Json;
using WhatsApp.Client.Accounts;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client;

/// <summary>
/// Sends and fetches the bytes of media: streams, so the time limit is on standing still, not on the whole. Redirects are followed by hand,
/// because the token may go to no other host than the one the platform named.
/// </summary>
internal sealed class MediaTransport(
    IHttpClientFactory httpClientFactory, WhatsAppClientOptions options, WhatsAppMetrics metrics, TimeProvider time)
{
    private const int MaxRedirects = 5;
    private readonly string _baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>Runs an operation inside a span and measures it. A refused account is read again by the next call.</summary>
    public async Task<T> MeasureAsync<T>(
        string operation, IAccountBinding binding, Func<WhatsAppAccount, Task<T>> run, CancellationToken cancellationToken)
    {
        using var activity = WhatsAppDiagnostics.Source.StartCall(operation, binding.PhoneNumberId);
        WhatsAppAccount? account = null;
        var started = time.GetTimestamp();
        string? error = null;
        try
        {
            account = await binding.ResolveAsync(cancellationToken).ConfigureAwait(false);
            return await run(account).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = WhatsAppDiagnostics.ErrorType(exception);
            activity.Fail(error, exception);
            if (account is not null && exception is WhatsAppApiException { RetryClass: WhatsAppRetryClass.Account })
                binding.Forget(account);
            throw;
        }
        finally
        {
            metrics.CallFinished(operation, error, time, started);
        }
    }

    public async Task<JsonDocument> UploadAsync(WhatsAppAccount account, string path, MediaBody body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_baseUrl}/{account.ApiVersion ?? options.ApiVersion}/{path}") { Content = body };
        Identify(request, account);
        using var idle = new IdleDeadline(options.MediaIdleTimeout, time);
        body.Progress = idle.Restart;
        using var registration = idle.CancelWith(cancellationToken);
        try
        {
            using var client = httpClientFactory.CreateClient(WhatsAppClient.HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
            var bytes = await CappedContent.ReadAsync(response.Content, idle.Token).ConfigureAwait(false);
            return GraphAnswer.Read((int)response.StatusCode, bytes, retryAfter: null);
        }
        catch (Exception exception)
        {
            body.Failure?.Throw();
            throw MediaFailure.Of(exception, cancellationToken.IsCancellationRequested, body.WasAskedFor, cancellationToken);
        }
    }

    /// <summary>Sends a file, from an offset on, to an upload session that was begun before.</summary>
    public async Task<JsonDocument> UploadSampleAsync(WhatsAppAccount account, string session, Stream content, long offset, CancellationToken cancellationToken)
    {
        using var idle = new IdleDeadline(options.MediaIdleTimeout, time);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_baseUrl}/{account.ApiVersion ?? options.ApiVersion}/{session}")
        {
            Content = new SampleBody(content, idle.Restart),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"OAuth {account.AccessToken}");
        request.Headers.TryAddWithoutValidation("User-Agent", GraphTransport.UserAgent);
        request.Headers.TryAddWithoutValidation("file_offset", offset.ToString(CultureInfo.InvariantCulture));
        using var registration = idle.CancelWith(cancellationToken);
        try
        {
            using var client = httpClientFactory.CreateClient(WhatsAppClient.HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
            var bytes = await CappedContent.ReadAsync(response.Content, idle.Token).ConfigureAwait(false);
            return GraphAnswer.Read((int)response.StatusCode, bytes, retryAfter: null);
        }
        catch (Exception exception)
        {
            throw MediaFailure.Of(exception, cancellationToken.IsCancellationRequested, requestWasSent: true, cancellationToken);
        }
    }

    /// <summary>The answer at the end of the redirects, whatever its status.</summary>
    public async Task<MediaResponse> OpenAsync(WhatsAppAccount account, Uri url, CancellationToken cancellationToken)
    {
        var client = httpClientFactory.CreateClient(WhatsAppClient.HttpClientName);
        var idle = new IdleDeadline(options.MediaIdleTimeout, time);
        try
        {
            using (idle.CancelWith(cancellationToken))
            {
                var response = await FollowAsync(client, account, url, idle).ConfigureAwait(false);
                idle.Pause();
                return new MediaResponse(client, response, idle);
            }
        }
        catch (Exception exception)
        {
            idle.Dispose();
            client.Dispose();
            throw MediaFailure.Of(exception, cancellationToken.IsCancellationRequested, requestWasSent: true, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(HttpClient client, WhatsAppAccount account, Uri first, IdleDeadline idle)
    {
        var url = first;
        var isTrusted = true;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            RequireSafe(url);
            isTrusted = isTrusted && IsSameHost(first, url);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            Identify(request, isTrusted ? account : null);
            idle.Restart();
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            if (!Uri.TryCreate(url, location, out url!))
                break;
        }

        throw new WhatsAppUnavailableException("The download of media was redirected too often, or to nowhere.", requestWasSent: true);
    }

    private static void Identify(HttpRequestMessage request, WhatsAppAccount? account)
    {
        if (account is not null)
            GraphTransport.Identify(request, account);
        else
            request.Headers.TryAddWithoutValidation("User-Agent", GraphTransport.UserAgent);
    }

    /// <summary>Plain HTTP only where the API itself is plain HTTP, as with an emulator.</summary>
    private void RequireSafe(Uri url)
    {
        var isSafe = url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && options.BaseUrl.Scheme == Uri.UriSchemeHttp);
        if (!isSafe)
            throw new WhatsAppUnavailableException("The download of media leads to an address that is not https.", requestWasSent: true);
    }

    private static bool IsSameHost(Uri left, Uri right) =>
        Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
