using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>One HTTP attempt: sends the bytes, reads the answer under a deadline and a size limit, sorts the failures.</summary>
internal sealed class GraphQLSender(IHttpClientFactory factory, IOptions<ShopifyClientOptions> options, TimeProvider time)
{
    public async Task<SentAnswer> SendAsync(
        ShopifyApi api, ShopifyShop shop, string operationName, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var call = new CallContext(shop.Domain, operationName) { Secrets = [shop.AccessToken] };
        using var deadline = new CancellationTokenSource(settings.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var request = Request(settings, api, shop, body);
            using var client = factory.CreateClient(ShopifyClient.HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            call = call with { StatusCode = (int)response.StatusCode, RequestId = Header(response.Headers, "X-Request-Id") };
            return await ReadAsync(call, response, linked.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // The caller's own cancellation stays what it is; our deadline becomes our exception.
            cancellationToken.ThrowIfCancellationRequested();
            throw Transport(call, failure, deadline.IsCancellationRequested);
        }
    }

    private static HttpRequestMessage Request(ShopifyClientOptions settings, ShopifyApi api, ShopifyShop shop, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, ShopifyEndpoints.GraphQL(settings, api, shop.Domain)) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation(
            api == ShopifyApi.Admin ? "X-Shopify-Access-Token" : "Shopify-Storefront-Private-Token", shop.AccessToken);
        return request;
    }

    private async Task<SentAnswer> ReadAsync(CallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await CappedBody.ReadAsync(response.Content, CappedBody.MaxBytes, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw HttpFailure.Create(call, ErrorsOf(bytes), RetryAfterHeader.Read(response.Headers, time));
        if (bytes is null)
            throw new ShopifyException(call.Describe("the answer is longer than 10 MB"))
            {
                Shop = call.Shop,
                OperationName = call.OperationName,
                StatusCode = call.StatusCode,
                RequestId = call.RequestId,
            };
        try
        {
            var answer = GraphQLAnswer.Read(bytes.Value);
            return new SentAnswer(
                call, answer, Header(response.Headers, "X-Shopify-API-Version"), Header(response.Headers, "X-Shopify-API-Deprecated-Reason"));
        }
        catch (JsonException)
        {
            throw HttpFailure.Unavailable(call, "the answer is not JSON");
        }
    }

    private static IReadOnlyList<ShopifyGraphQLError> ErrorsOf(ReadOnlyMemory<byte>? body)
    {
        try
        {
            return body is { } bytes ? GraphQLAnswer.Read(bytes).Errors : [];
        }
        catch (JsonException)
        {
            return [];
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
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        // The handler's own connect time-out.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
