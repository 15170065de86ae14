using WhatsApp.Client.Accounts;

namespace WhatsApp.Client.Http;

/// <summary>
/// One exchange with the Graph API: token on the request, one deadline over request and answer, every failure as one of our exceptions.
/// Never repeats.
/// </summary>
internal sealed class GraphTransport(IHttpClientFactory httpClientFactory, WhatsAppClientOptions options, TimeProvider time)
{
    public static readonly string UserAgent = $"ShopBot.WhatsApp.Client/{typeof(GraphTransport).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    private readonly string _baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>Where a path of this account is.</summary>
    public Uri Address(WhatsAppAccount account, string path) => new($"{_baseUrl}/{account.ApiVersion ?? options.ApiVersion}/{path}");

    /// <summary>Puts the account's token and this client's name on a request, and nowhere else.</summary>
    public static void Identify(HttpRequestMessage request, WhatsAppAccount account)
    {
        request.Headers.TryAddWithoutValidation("Authorization", account.Authorization);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    public async Task<T> ExchangeAsync<T>(
        WhatsAppAccount account, GraphCall call, AnswerParser<T> parse, TimeSpan limit, CancellationToken cancellationToken)
        where T : class
    {
        var body = call.Body is null ? null : new JsonBody(call.Body, call.IsSend);
        using var request = new HttpRequestMessage(call.Method, Address(account, call.Path)) { Content = body };
        Identify(request, account);

        using var deadline = new CancellationTokenSource(limit, time);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var client = httpClientFactory.CreateClient(WhatsAppClient.HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            using var bytes = await CappedContent.ReadPooledAsync(response.Content, deadline.Token).ConfigureAwait(false);
            return GraphAnswer.Read((int)response.StatusCode, bytes.Bytes, RetryAfter(response), parse);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call to the Cloud API was cancelled.", exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new WhatsAppUnavailableException("The Cloud API did not answer in time.", body?.WasAskedFor ?? true, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException)
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
