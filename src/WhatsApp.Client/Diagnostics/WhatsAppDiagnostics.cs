using System.Diagnostics;
using System.Globalization;

namespace WhatsApp.Client.Diagnostics;

/// <summary>Names of what this package emits. No span or measurement holds personal data.</summary>
public static class WhatsAppDiagnostics
{
    /// <summary>Name of the <see cref="ActivitySource"/>: one client span per call to the Cloud API.</summary>
    public const string ActivitySourceName = "WhatsApp.Client";

    /// <summary>
    /// Name of the meter: <c>whatsapp.client.call.duration</c> in seconds, by <c>whatsapp.operation</c> and <c>error.type</c>;
    /// <c>whatsapp.client.message.sent</c> by <c>whatsapp.message.type</c> and <c>whatsapp.outcome</c>; <c>whatsapp.client.pacing.wait</c> in seconds;
    /// <c>whatsapp.client.call.repeated</c>, <c>whatsapp.client.circuit_breaker.transitions</c> and <c>whatsapp.client.pacing.limiter_failed</c>.
    /// </summary>
    public const string MeterName = "WhatsApp.Client";

    internal const string Paced = "paced";
    internal const string Unreachable = "unreachable";
    internal const string NoAnswer = "no_answer";
    internal const string Cancelled = "cancelled";

    internal static readonly ActivitySource Source = new(ActivitySourceName);

    internal static Activity? StartCall(this ActivitySource source, string operation, PhoneNumberId phoneNumberId)
    {
        var activity = source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("whatsapp.operation", operation).SetTag("whatsapp.phone_number_id", phoneNumberId.Value);
        return activity;
    }

    internal static void Fail(this Activity? activity, string error, Exception exception)
    {
        activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        if (exception is WhatsAppApiException { FbTraceId: { } trace })
            activity?.SetTag("whatsapp.fbtrace_id", trace);
    }

    /// <summary>The platform's code, the HTTP status without one, or what else went wrong: few values, fit for a metric.</summary>
    internal static string ErrorType(Exception exception) => exception switch
    {
        WhatsAppApiException { Code: { } code } => code.ToString(CultureInfo.InvariantCulture),
        WhatsAppApiException api => string.Create(CultureInfo.InvariantCulture, $"http_{api.HttpStatus}"),
        WhatsAppUnavailableException { RequestWasSent: false } => Unreachable,
        WhatsAppUnavailableException => NoAnswer,
        WhatsAppPacedException => Paced,
        WhatsAppAccountNotFoundException => "account_not_found",
        OperationCanceledException => Cancelled,
        _ => "_OTHER",
    };
}
