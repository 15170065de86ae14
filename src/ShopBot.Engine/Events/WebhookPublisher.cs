using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ShopBot.Engine.Events;

/// <summary>
/// Posts domain events to an address, signed in the way of <see href="https://www.standardwebhooks.com">Standard Webhooks</see>: headers <c>webhook-id</c> (the event's id, the same
/// when repeated), <c>webhook-timestamp</c> and <c>webhook-signature</c> (<c>v1,</c> and HMAC-SHA256 over <c>id.timestamp.body</c>). Any answer of the 200s counts as taken; anything
/// else is tried again.
/// </summary>
internal sealed class WebhookPublisher(IHttpClientFactory clients, WebhookPublisherOptions options, TimeProvider time) : IDomainEventHandler
{
    public const string ClientName = "ShopBot.EventWebhooks";

    public async ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var body = Body(occurred);
        var id = occurred.Id.ToString("N");
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", string.Join(' ', Keys().Select(key => "v1," + Sign(key, id, timestamp, body))));
        using var answer = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The receiver of event webhooks answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    public static byte[] Key(string secret) => Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret[6..] : secret);

    private IEnumerable<byte[]> Keys()
    {
        yield return Key(options.Secret!);
        if (options.OldSecret is { Length: > 0 } old)
            yield return Key(old);
    }

    private static string Sign(byte[] key, string id, string timestamp, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body]));

    private static byte[] Body(DomainEvent occurred)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + occurred.Payload.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", occurred.Kind);
            json.WriteString("timestamp", occurred.RecordedAt);
            json.WriteString("id", occurred.Id.ToString("N"));
            json.WriteNumber("version", occurred.Version);
            json.WriteString("store", occurred.Store.ToString());
            json.WriteString("customer", occurred.Customer.ToString());
            json.WriteNumber("number", occurred.Number);
            json.WritePropertyName("data");
            if (occurred.Payload.IsEmpty)
                json.WriteNullValue();
            else
                json.WriteRawValue(occurred.Payload.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>Refuses a publisher that could not work or would not be safe.</summary>
internal static class WebhookPublisherRules
{
    public static void Check(WebhookPublisherOptions options)
    {
        if (options.Url is not { IsAbsoluteUri: true } url || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            throw new OptionsValidationException(nameof(WebhookPublisherOptions), typeof(WebhookPublisherOptions), ["WebhookPublisherOptions.Url must be an https address (http only on loopback)."]);
        if (url.UserInfo.Length > 0)
            throw new OptionsValidationException(nameof(WebhookPublisherOptions), typeof(WebhookPublisherOptions), ["WebhookPublisherOptions.Url must hold no user name or password."]);
        if (!IsKey(options.Secret) || (options.OldSecret is { Length: > 0 } && !IsKey(options.OldSecret)))
            throw new OptionsValidationException(nameof(WebhookPublisherOptions), typeof(WebhookPublisherOptions), ["WebhookPublisherOptions.Secret must be at least 24 bytes in Base64."]);
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromSeconds(30))
            throw new OptionsValidationException(nameof(WebhookPublisherOptions), typeof(WebhookPublisherOptions), [$"WebhookPublisherOptions.Timeout is {options.Timeout}; it must be from 100 ms to 30 s."]);
    }

    private static bool IsKey(string? secret)
    {
        try
        {
            return secret is not null && WebhookPublisher.Key(secret).Length >= 24;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
