using System.Runtime.CompilerServices;
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
    private readonly string _secondBaseUrl = options.SecondBaseUrl.AbsoluteUri.TrimEnd('/');
    private readonly SharedHttpClient _http = new(httpClientFactory, time);
    private readonly DeadlinePool _deadlines = new(time);

    /// <summary>Where a path of this account is.</summary>
    public Uri Address(WhatsAppAccount account, string path) => new($"{_baseUrl}/{account.ApiVersion ?? options.ApiVersion}/{path}");

    /// <summary>Where messages of this account go. That of the usual edge is kept.</summary>
    private Uri Address(WhatsAppAccount account, MessageEdge edge)
    {
        if (!edge.IsMarketing && account.MessageAddress is { } known && known.Owner == this)
            return known.Uri;
        var made = Address(account, $"{GraphCall.Segment(account.PhoneNumberId.Value)}/{edge.Path}");
        if (!edge.IsMarketing)
            account.MessageAddress = new MessageAddress(this, made);
        return made;
    }

    /// <summary>Puts the account's token and this client's name on a request, and nowhere else.</summary>
    public static void Identify(HttpRequestMessage request, WhatsAppAccount account)
    {
        request.Headers.TryAddWithoutValidation("Authorization", account.Authorization);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    /// <summary>Makes one attempt of a call.</summary>
    public async ValueTask<T> ExchangeAsync<T>(
        WhatsAppAccount account, GraphCall call, AnswerParser<T> parse, TimeSpan limit, CancellationToken cancellationToken)
        where T : class
    {
        using var body = call.Body is null ? null : new JsonBody(call.Body, onlyOnce: call.Repeat != CallRepeat.Freely, call.ContentType);
        return call.OnSecondHost
            ? await ExchangeAsync(account, call.Method, new Uri($"{_secondBaseUrl}/{call.Path}"), body, parse, limit, cancellationToken, isSecondHost: true).ConfigureAwait(false)
            : await ExchangeAsync(account, call.Method, Address(account, call.Path), body, parse, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes one attempt to send a message.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SendResult> ExchangeAsync(WhatsAppAccount account, MessageCall call, CancellationToken cancellationToken)
    {
        var body = call.Body();
        try
        {
            return await ExchangeAsync(
                account, HttpMethod.Post, Address(account, call.Edge), body, SendAnswer.Parser, options.SendTimeout, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Ended(body);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> ExchangeAsync<T>(
        WhatsAppAccount account, HttpMethod method, Uri address, JsonBody? body, AnswerParser<T> parse, TimeSpan limit, CancellationToken cancellationToken,
        bool isSecondHost = false)
        where T : class
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        Identify(request, account);
        if (isSecondHost)
            request.Headers.TryAddWithoutValidation("X-API-Version", account.ApiVersion ?? options.ApiVersion);

        var deadline = _deadlines.Rent(limit);
        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        var isAnswered = false;
        try
        {
            using var response = await _http.Get().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            using var bytes = await CappedContent.ReadPooledAsync(response.Content, deadline.Token).ConfigureAwait(false);
            isAnswered = true;
            var status = (int)response.StatusCode;
            return status is >= 200 and <= 299 && parse(bytes.Bytes) is { } result
                ? result
                : throw GraphAnswer.Failure(status, bytes.Bytes, RetryAfter(response));
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
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            if (isAnswered)
                _deadlines.Return(deadline);
            else
                deadline.Dispose();
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
