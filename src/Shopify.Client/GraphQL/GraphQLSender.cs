using System.Net.Http.Headers;
using System.Text.Json;

namespace Shopify.Client;

/// <summary>One HTTP attempt: sends the bytes, reads the answer under a deadline and a size limit, sorts the failures.</summary>
internal sealed class GraphQLSender(ShopifyHttp http, ShopifyClientOptions options, TimeProvider time)
{
    /// <exception cref="ShopifyException">There is no answer with HTTP status 200 to read.</exception>
    public async Task<SentAnswer> SendAsync(GraphQLCall call, Uri endpoint, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        int? status = null;
        string? requestId = null;
        try
        {
            using var request = Request(call, endpoint);
            using var response = await http.SendAsync(request, linked.Token).ConfigureAwait(false);
            status = (int)response.StatusCode;
            requestId = Header(response.Headers, "X-Request-Id");
            var body = await PooledBody.ReadAsync(response.Content, linked.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return Read(call, response, requestId, body);
            throw HttpFailure.Create(call.Context(status, requestId), ErrorsOf(body), RetryAfterHeader.Read(response.Headers, time));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // The caller's own cancellation stays what it is; our deadline becomes our exception.
            cancellationToken.ThrowIfCancellationRequested();
            throw Transport(call.Context(status, requestId), failure, deadline.IsCancellationRequested);
        }
    }

    private HttpRequestMessage Request(GraphQLCall call, Uri endpoint)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new GraphQLContent(call.Operation.RequestHead, call.Variables),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (call.Shop.AccessToken.Length > 0)
            request.Headers.TryAddWithoutValidation(ShopifyHeaders.Token(call.Api), call.Shop.AccessToken);
        return request;
    }

    private static SentAnswer Read(GraphQLCall call, HttpResponseMessage response, string? requestId, PooledBody? body)
    {
        if (body is null)
            throw call.Context((int)response.StatusCode, requestId).Failure("the answer is longer than 10 MB");
        try
        {
            return new SentAnswer(body, GraphQLAnswer.Read(body.Span))
            {
                RequestId = requestId,
                ApiVersion = Header(response.Headers, ShopifyHeaders.ApiVersion),
                Deprecation = Header(response.Headers, ShopifyHeaders.Deprecation),
            };
        }
        catch (JsonException)
        {
            body.Release();
            throw HttpFailure.Unavailable(call.Context((int)response.StatusCode, requestId), "the answer is not JSON");
        }
    }

    private static IReadOnlyList<ShopifyGraphQLError> ErrorsOf(PooledBody? body)
    {
        try
        {
            return body is null ? [] : GraphQLAnswer.Read(body.Span).Errors;
        }
        catch (JsonException)
        {
            return [];
        }
        finally
        {
            body?.Release();
        }
    }

    private static ShopifyUnavailableException Transport(CallContext call, Exception failure, bool deadlinePassed)
    {
        if (deadlinePassed)
            return HttpFailure.Unavailable(call, "no answer within the deadline", failure);
        var neverSent = NeverSent(failure);
        return HttpFailure.Unavailable(call, neverSent ? "could not connect" : "the connection broke", failure, sent: !neverSent);
    }

    private static bool NeverSent(Exception failure) => failure switch
    {
        HttpRequestException failed => failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        // The handler's own connect time-out.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
