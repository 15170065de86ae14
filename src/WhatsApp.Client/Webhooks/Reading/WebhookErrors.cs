using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>Reads <c>errors[]</c>, of a status or of anything else.</summary>
internal static class WebhookErrors
{
    /// <summary>The platform has no negative codes.</summary>
    private const int NoCode = -1;

    /// <param name="json">The array, or one error alone.</param>
    public static ValueList<WebhookError> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return new ValueList<WebhookError>([ReadOne(ref reader)]);
        var errors = new List<WebhookError>(1);
        if (JsonReading.IsArray(ref reader))
        {
            while (JsonReading.NextElement(ref reader))
            {
                if (JsonReading.IsObject(ref reader))
                    errors.Add(ReadOne(ref reader));
            }
        }

        return ValueList<WebhookError>.Of(errors);
    }

    private static WebhookError ReadOne(ref Utf8JsonReader reader)
    {
        int? code = null;
        string? title = null, message = null, details = null, href = null;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("code"u8))
                code = JsonReading.Number(ref reader);
            else if (name.SequenceEqual("title"u8))
                title = JsonReading.Text(ref reader);
            else if (name.SequenceEqual("message"u8))
                message = JsonReading.Text(ref reader);
            else if (name.SequenceEqual("error_data"u8))
                details = ReadDetails(ref reader);
            else if (name.SequenceEqual("href"u8))
                href = JsonReading.Text(ref reader);
            else
                reader.Skip();
        }

        return new WebhookError { Code = code ?? NoCode, Title = title, Message = message, Details = details, Href = href };
    }

    private static string? ReadDetails(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String || !JsonReading.IsObject(ref reader))
            return JsonReading.Text(ref reader);
        string? details = null;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("details"u8))
                details = JsonReading.Text(ref reader);
            else
                reader.Skip();
        }

        return details;
    }
}
