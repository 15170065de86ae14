using System.Text.Json;

namespace WhatsApp.Client.Http;

/// <summary>Reads the error envelope, in whatever shape it comes: <c>error</c> and <c>error_data</c> may both be plain text.</summary>
internal static class GraphError
{
    public static WhatsAppApiException Read(int httpStatus, JsonElement error, TimeSpan? retryAfter)
    {
        var code = error.Number("code");
        return new WhatsAppApiException(httpStatus, code, error.Text("fbtrace_id"))
        {
            Subcode = error.Number("error_subcode"),
            Details = error.Member("error_data").Text("details") ?? error.Text("error_data") ?? error.Text("message") ?? error.AsText(),
            IsTransient = error.IsTrue("is_transient"),
            SuggestedDelay = retryAfter ?? (code is { } known ? WhatsAppErrors.SuggestedDelay(known) : null),
        };
    }
}
