using System.Text.Json;

namespace WhatsApp.Client.Http;

/// <summary>Tells answers from errors. The platform may answer an error with 200, and proxies answer with HTML or nothing.</summary>
internal static class GraphAnswer
{
    /// <summary>Reads any answer as a document; a plain one only, so that errors are told apart in <see cref="Read"/>.</summary>
    public static AnswerParser<JsonDocument> Document { get; } = json =>
    {
        var answer = Parse(json);
        if (answer is null || answer.RootElement.Member("error").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return answer;
        answer.Dispose();
        return null;
    };

    /// <summary>What was asked for, or the error the answer is.</summary>
    public static T Read<T>(int httpStatus, ReadOnlySpan<byte> json, TimeSpan? retryAfter, AnswerParser<T> parse)
        where T : class
    {
        if (httpStatus is >= 200 and <= 299 && parse(json) is { } result)
            return result;
        throw Failure(httpStatus, json, retryAfter);
    }

    /// <summary>An answer as a document, or the error it is.</summary>
    public static JsonDocument Read(int httpStatus, ReadOnlyMemory<byte> bytes, TimeSpan? retryAfter) =>
        Read(httpStatus, bytes.Span, retryAfter, Document);

    /// <summary>Actions answer <c>{"success":true}</c>; anything else is an error without code.</summary>
    public static void RequireSuccess(JsonElement answer)
    {
        if (!answer.IsTrue("success"))
            throw new WhatsAppApiException(httpStatus: 200, code: null);
    }

    /// <summary>The error an answer is.</summary>
    public static WhatsAppException Failure(int httpStatus, ReadOnlySpan<byte> json, TimeSpan? retryAfter)
    {
        using var answer = Parse(json);
        if (answer?.RootElement.Member("error") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } error)
            return GraphError.Read(httpStatus, error, retryAfter);
        if (httpStatus is < 200 or > 299)
            return new WhatsAppApiException(httpStatus, code: null) { SuggestedDelay = retryAfter };
        var what = answer is null ? "something else than a JSON object" : "an object without what was asked for";
        return new WhatsAppUnavailableException($"The Cloud API answered with {what} (HTTP {httpStatus}); it may have been done.", requestWasSent: true);
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        try
        {
            var reader = new Utf8JsonReader(json);
            var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind == JsonValueKind.Object && !reader.Read())
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
        }

        return null;
    }
}
