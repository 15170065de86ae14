using System.Net.Http.Headers;
using System.Text.Json;
using WhatsApp.Client.Diagnostics;

namespace WhatsApp.Client.Http;

/// <summary>Makes one call: token on the request, one deadline over request and answer, every failure as one of our exceptions. Never repeats.</summary>
internal sealed class GraphConnection(
    IHttpClientFactory httpClientFactory, WhatsAppClientOptions options, WhatsAppMetrics metrics, TimeProvider time)
{
    private static readonly ProductInfoHeaderValue UserAgent =
        new("ShopBot.WhatsApp.Client", typeof(GraphConnection).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly string _baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    public TimeProvider Time => time;

    /// <summary>For the transfers of media, whose bodies are streams and have deadlines of their own.</summary>
    public MediaTransport Media { get; } = new(httpClientFactory, options, metrics, time, UserAgent);

    public string? MessagingAccountId => options.MessagingAccountId;

    /// <summary>The answer of a call the platform did not refuse: always a JSON object.</summary>
    public async Task<JsonDocument> CallAsync(WhatsAppAccount account, GraphCall call, CancellationToken cancellationToken)
    {
        using var activity = WhatsAppDiagnostics.Source.StartCall(call.Operation, account.PhoneNumberId);
        var started = time.GetTimestamp();
        string? error = null;
        try
        {
            return await ExchangeAsync(account, call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = WhatsAppDiagnostics.ErrorType(exception);
            activity.Fail(error, exception);
            throw;
        }
        finally
        {
            metrics.CallFinished(call.Operation, error, time.GetElapsedTime(started));
        }
    }

    private async Task<JsonDocument> ExchangeAsync(WhatsAppAccount account, GraphCall call, CancellationToken cancellationToken)
    {
        var body = call.Body is null ? null : new JsonBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, $"{_baseUrl}/{account.ApiVersion ?? options.ApiVersion}/{call.Path}") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        request.Headers.UserAgent.Add(UserAgent);

        using var deadline = new CancellationTokenSource(call.IsSend ? options.SendTimeout : options.ReadTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var client = httpClientFactory.CreateClient(WhatsAppClient.HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var bytes = await CappedContent.ReadAsync(response.Content, either.Token).ConfigureAwait(false);
            return GraphAnswer.Read((int)response.StatusCode, bytes, RetryAfter(response));
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call to the Cloud API was cancelled.", exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new WhatsAppUnavailableException("The Cloud API did not answer in time.", body?.WasAskedFor ?? true, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var proven = IsConnectFailure(exception) && body is not { WasAskedFor: true };
            throw new WhatsAppUnavailableException(
                proven ? "The Cloud API could not be reached." : "The connection to the Cloud API broke.", !proven, exception);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static bool IsConnectFailure(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
