using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Traffic as the developer's pane lists it: a line each, and the bodies on demand.</summary>
internal static class TrafficJson
{
    public static JsonObject Summary(TrafficLog.Entry entry)
    {
        var messages = new JsonArray();
        var title = entry.Attempt is { } attempt ? Read(attempt.Body, messages, ReadEnvelope) : Read(entry.Call!.RequestBody, messages, ReadRequest);
        if (entry.Call is { } call)
            Read(call.ResponseBody, messages, ReadAnswer);
        return Line(entry, title, messages);
    }

    public static JsonObject Whole(TrafficLog.Entry entry)
    {
        var json = Summary(entry);
        json["request"] = entry.Attempt?.BodyText ?? entry.Call!.RequestBody;
        json["response"] = entry.Attempt?.Answer ?? entry.Call!.ResponseBody;
        json["signature"] = entry.Attempt?.Signature;
        return json;
    }

    private static JsonObject Line(TrafficLog.Entry entry, string? title, JsonArray messages) => entry.Attempt is { } attempt
        ? new JsonObject
        {
            ["id"] = entry.Id,
            ["kind"] = "webhook",
            ["at"] = attempt.At,
            ["ms"] = Math.Round(attempt.Duration.TotalMilliseconds, 1),
            ["title"] = title ?? "not an event",
            ["target"] = attempt.Url.AbsoluteUri,
            ["status"] = attempt.Status,
            ["failure"] = attempt.Failure,
            ["good"] = attempt.IsAccepted,
            ["delivery"] = attempt.DeliveryId,
            ["attempt"] = attempt.Number,
            ["messages"] = messages,
        }
        : new JsonObject
        {
            ["id"] = entry.Id,
            ["kind"] = "call",
            ["at"] = entry.Call!.At,
            ["ms"] = Math.Round(entry.Call.Duration.TotalMilliseconds, 1),
            ["title"] = title ?? entry.Call.Method,
            ["target"] = $"{entry.Call.Method} {entry.Call.Path}",
            ["status"] = entry.Call.Status,
            ["good"] = entry.Call.Status is >= 200 and < 300,
            ["messages"] = messages,
        };

    /// <summary>Bodies may be anything: what cannot be read has no title.</summary>
    private static string? Read(string body, JsonArray messages, Func<JsonElement, JsonArray, string?> read) =>
        Read(System.Text.Encoding.UTF8.GetBytes(body), messages, read);

    private static string? Read(ReadOnlyMemory<byte> body, JsonArray messages, Func<JsonElement, JsonArray, string?> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement, messages);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? ReadRequest(JsonElement request, JsonArray messages)
    {
        if (request.ValueKind != JsonValueKind.Object)
            return null;
        if (request.TryGetProperty("status", out var status))
        {
            if (Text(request, "message_id") is { } id)
                messages.Add(id);
            return request.TryGetProperty("typing_indicator", out _) ? $"mark {status.GetString()}, typing" : $"mark {status.GetString()}";
        }

        return request.TryGetProperty("interactive", out var interactive) ? $"send {Text(interactive, "type")}"
            : Text(request, "type") is { } type ? $"send {type}"
            : request.TryGetProperty("text", out _) ? "send text"
            : null;
    }

    private static string? ReadAnswer(JsonElement answer, JsonArray messages)
    {
        foreach (var message in Items(answer, "messages"))
            messages.Add(Text(message, "id"));
        return null;
    }

    private static string? ReadEnvelope(JsonElement envelope, JsonArray messages)
    {
        var seen = new List<string>();
        foreach (var change in Items(envelope, "entry").SelectMany(entry => Items(entry, "changes")))
        {
            var before = seen.Count;
            if (!change.TryGetProperty("value", out var value))
                continue;
            foreach (var message in Items(value, "messages"))
            {
                seen.Add($"message {Text(message, "type")}");
                messages.Add(Text(message, "id"));
            }

            foreach (var status in Items(value, "statuses"))
            {
                seen.Add($"status {Text(status, "status")}");
                messages.Add(Text(status, "id"));
            }

            if (seen.Count == before && Text(change, "field") is { } field)
                seen.Add(field);
        }

        return seen.Count == 0 ? null : string.Join(", ", seen.GroupBy(title => title).Select(same => same.Count() > 1 ? $"{same.Key} ×{same.Count()}" : same.Key));
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
