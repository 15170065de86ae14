using System.Net.Http.Headers;
using System.Text.Json;

namespace Shopify.Client.Auth;

/// <summary>One POST to a shop's token endpoint and the sorting of its answers.</summary>
internal sealed class TokenEndpoint(ShopifyHttp http, ShopifyClientOptions options, TimeProvider time)
{
    private const int MaxBytes = 64 * 1024;

    public async Task<AccessTokenResult> PostAsync(
        ShopDomain shop, string step, byte[] body, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        var call = new CallContext(shop, step) { Secrets = secrets };
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, ShopifyEndpoints.Token(options, shop)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
            using var response = await http.SendAsync(request, linked.Token).ConfigureAwait(false);
            call = call with { StatusCode = (int)response.StatusCode };
            var answer = await CappedBody.ReadAsync(response.Content, MaxBytes, linked.Token).ConfigureAwait(false) ?? default;
            return response.IsSuccessStatusCode
                ? Read(call, answer)
                : throw Refusal(call, answer, RetryAfterHeader.Read(response.Headers, time));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw HttpFailure.Unavailable(call, deadline.IsCancellationRequested ? "no answer within the deadline" : "the connection failed", failure);
        }
    }

    private static AccessTokenResult Read(CallContext call, ReadOnlyMemory<byte> body)
    {
        var answer = Parse(body, OAuthJson.Default.TokenAnswerWire);
        if (string.IsNullOrEmpty(answer?.AccessToken))
            throw HttpFailure.Unavailable(call, "the answer holds no access token");
        return new AccessTokenResult
        {
            AccessToken = answer.AccessToken,
            Scope = answer.Scope ?? string.Empty,
            ExpiresIn = Seconds(answer.ExpiresIn),
            RefreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? null : answer.RefreshToken,
            RefreshTokenExpiresIn = Seconds(answer.RefreshTokenExpiresIn),
        };
    }

    private static ShopifyException Refusal(CallContext call, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        if (call.StatusCode is not (400 or 401 or 403))
            return HttpFailure.Create(call, [], retryAfter);
        var refusal = Parse(body, OAuthJson.Default.TokenErrorWire);
        var error = string.IsNullOrEmpty(refusal?.Error) ? "unknown" : call.Redact(refusal.Error);
        var text = refusal?.ErrorDescription is { Length: > 0 and < 300 } description ? $"{error}: {description}" : error;
        return new ShopifyOAuthException(call.Describe(text), error) { Shop = call.Shop, OperationName = call.OperationName, StatusCode = call.StatusCode };
    }

    private static T? Parse<T>(ReadOnlyMemory<byte> body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? Seconds(double? seconds) => seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;
}
