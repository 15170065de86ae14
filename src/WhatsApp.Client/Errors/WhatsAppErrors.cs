namespace WhatsApp.Client;

/// <summary>
/// The catalogue of error codes, for HTTP answers and for errors in webhooks alike.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">error codes</see>.
/// </summary>
public static class WhatsAppErrors
{
    /// <summary>Every code of the catalogue with what it means, in order; ranges are spelled out.</summary>
    public static IReadOnlyList<WhatsAppErrorInfo> All { get; } = WhatsAppErrorTable.All;

    /// <summary>What the catalogue says of a code, or null when it does not have it.</summary>
    /// <param name="code">The platform's error code.</param>
    public static WhatsAppErrorInfo? Find(int code) => WhatsAppErrorTable.Find(code);

    /// <summary>What the catalogue says of an error answer; for an unknown code, or none, a general row of category <c>unknown</c> with the class <see cref="Classify(int?, int)"/> gives.</summary>
    /// <param name="code">The platform's error code, or null when the answer had none.</param>
    /// <param name="httpStatus">The HTTP status of the answer.</param>
    public static WhatsAppErrorInfo Describe(int? code, int httpStatus) =>
        (code is { } value ? Find(value) : null) ?? General(code, Classify(code, httpStatus));

    /// <summary>What the catalogue says of an error in a webhook; for an unknown code a general row of category <c>unknown</c>.</summary>
    /// <param name="code">The platform's error code.</param>
    public static WhatsAppErrorInfo Describe(int code) => Find(code) ?? General(code, Classify(code));

    /// <summary>Whether the catalogue has the code, alone or in a range.</summary>
    /// <param name="code">The platform's error code.</param>
    public static bool IsKnown(int code) => WhatsAppErrorTable.Find(code) is not null;

    /// <summary>
    /// The class of an error answer. A known code decides alone. An unknown one is an unknown outcome with HTTP 5xx and a wrong request otherwise.
    /// Without a code the HTTP status decides: 401 and 403 account, 429 not processed, 5xx and 2xx unknown outcome, others wrong request.
    /// </summary>
    /// <param name="code">The platform's error code, or null when the answer had none.</param>
    /// <param name="httpStatus">The HTTP status of the answer.</param>
    public static WhatsAppRetryClass Classify(int? code, int httpStatus)
    {
        if (code is { } value)
            return WhatsAppErrorTable.Find(value)?.RetryClass ?? (httpStatus >= 500 ? WhatsAppRetryClass.UnknownOutcome : WhatsAppRetryClass.FixRequest);
        return httpStatus switch
        {
            401 or 403 => WhatsAppRetryClass.Account,
            429 => WhatsAppRetryClass.NotProcessed,
            >= 500 or (>= 200 and < 300) => WhatsAppRetryClass.UnknownOutcome,
            _ => WhatsAppRetryClass.FixRequest,
        };
    }

    /// <summary>The class of an error in a webhook, which has no HTTP status. An unknown code is a wrong request: the outcome is known by then.</summary>
    /// <param name="code">The platform's error code.</param>
    public static WhatsAppRetryClass Classify(int code) => WhatsAppErrorTable.Find(code)?.RetryClass ?? WhatsAppRetryClass.FixRequest;

    /// <summary>How long to wait at least after this code, where the platform documents it; else null.</summary>
    /// <param name="code">The platform's error code.</param>
    public static TimeSpan? SuggestedDelay(int code) => code switch
    {
        131056 => PairLimitDelay(0),
        131057 => TimeSpan.FromMinutes(1),
        133015 => TimeSpan.FromMinutes(5),
        134101 => TimeSpan.FromMinutes(10),
        131049 => TimeSpan.FromHours(24),
        133016 => TimeSpan.FromHours(72),
        _ => null,
    };

    /// <summary>The platform's back-off for <see cref="WhatsAppRetryClass.PairLimit"/>: 4 to the power of the attempt, in seconds. Add jitter.</summary>
    /// <param name="attempt">Zero after the first refusal; from 6 on (68 minutes) it no longer grows.</param>
    public static TimeSpan PairLimitDelay(int attempt) => TimeSpan.FromSeconds(1 << (2 * Math.Clamp(attempt, 0, 6)));

    private static WhatsAppErrorInfo General(int? code, WhatsAppRetryClass retryClass) => new(
        code ?? -1,
        "unknown",
        WhatsAppErrorCategory.Unknown,
        retryClass,
        retryClass switch
        {
            WhatsAppRetryClass.Account => "Check the access token and its permissions.",
            WhatsAppRetryClass.NotProcessed => "Too many calls; slow down.",
            WhatsAppRetryClass.UnknownOutcome => "The platform failed; it may have done what was asked.",
            _ => "See the details, and the platform's list of error codes.",
        });
}
