using System.Text.Json;

namespace WhatsApp.Client.Http;

/// <summary>Tells answers from errors. The platform may answer an error with 200, and proxies answer with HTML or nothing.</summary>
internal static class GraphAnswer
{
    public static JsonDocument Read(int httpStatus, ReadOnlyMemory<byte> bytes, TimeSpan? retryAfter)
    {
        var answer = Parse(bytes);
        if (answer?.RootElement.Member("error") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } error)
        {
            using (answer)
                throw GraphError.Read(httpStatus, error, retryAfter);
        }

        if (httpStatus is < 200 or > 299)
        {
            answer?.Dispose();
            throw new WhatsAppApiException(httpStatus, code: null) { SuggestedDelay = retryAfter };
        }

        return answer
            ?? throw new WhatsAppUnavailableException($"The Cloud API answered with something else than a JSON object (HTTP {httpStatus}).", requestWasSent: true);
    }

    /// <summary>Actions answer <c>{"success":true}</c>; anything else is an error without code.</summary>
    public static void RequireSuccess(JsonElement answer)
    {
        if (!answer.IsTrue("success"))
            throw new WhatsAppApiException(httpStatus: 200, code: null);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
        }

        return null;
    }
}
