namespace WhatsApp.Client;

/// <summary>
/// The platform answered, and the answer is an error. Decide by <see cref="RetryClass"/>, or by <see cref="Code"/>; HTTP statuses and texts are unreliable.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">error codes</see>.
/// </summary>
public class WhatsAppApiException : WhatsAppException
{
    /// <summary>Reports an error answer.</summary>
    /// <param name="httpStatus">The HTTP status of the answer.</param>
    /// <param name="code">The platform's error code; null when the answer had none.</param>
    /// <param name="fbTraceId">The platform's trace id; null when the answer had none.</param>
    public WhatsAppApiException(int httpStatus, int? code, string? fbTraceId = null)
        : base(Describe(httpStatus, code, Plain(fbTraceId)))
    {
        HttpStatus = httpStatus;
        Code = code;
        FbTraceId = Plain(fbTraceId);
        Info = WhatsAppErrors.Describe(code, httpStatus);
        SuggestedDelay = code is { } known ? WhatsAppErrors.SuggestedDelay(known) : null;
    }

    /// <summary>What the catalogue says of it; a general row when the code is unknown or absent.</summary>
    public WhatsAppErrorInfo Info { get; }

    /// <summary>The platform's error code; null when the answer had none, such as an HTML page of a proxy.</summary>
    public int? Code { get; }

    /// <summary>Deprecated by the platform, still useful with code 190: 463 expired, 467 invalidated.</summary>
    public int? Subcode { get; init; }

    /// <summary>The platform's explanation for people. May name what was sent, so it is not part of <see cref="Exception.Message"/>; do not parse it.</summary>
    public string? Details { get; init; }

    /// <summary>Whether the platform called the error transient. False when it said nothing.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What the platform's support asks for; null when the answer had none.</summary>
    public string? FbTraceId { get; }

    /// <summary>The HTTP status of the answer. Most errors come with 400 whatever they mean.</summary>
    public int HttpStatus { get; }

    /// <summary>What to do about it.</summary>
    public WhatsAppRetryClass RetryClass => Info.RetryClass;

    /// <summary>What it is about.</summary>
    public WhatsAppErrorCategory Category => Info.Category;

    /// <summary>What a person does about it: one plain sentence in English, without personal data.</summary>
    public string Advice => Info.Advice;

    /// <summary>How long to wait at least before trying again, from the answer's <c>Retry-After</c> or the catalogue; null when nothing is known.</summary>
    public TimeSpan? SuggestedDelay { get; init; }

    /// <summary>
    /// How long this client now holds back messages to the same person (131056), or all of this number, because of this answer to a send;
    /// null when it does not. A repetition before that is refused with <see cref="WhatsAppPacedException"/>, or waits.
    /// </summary>
    public TimeSpan? HeldBackFor { get; internal set; }

    /// <summary>Whether it says "too fast", of the number or of the pair, which the pacer heeds.</summary>
    internal bool IsAboutRate => Code is 4 or 80007 or 130429 or 131056 or 131057 or 2494100 || (Code is null && HttpStatus == 429);

    /// <summary>The refused token may have been replaced meanwhile. Both codes, and a bare 401, prove that nothing was processed.</summary>
    internal bool IsTokenRefused => Category == WhatsAppErrorCategory.Authentication || (Code is null && HttpStatus == 401);

    private static string Describe(int httpStatus, int? code, string? trace)
    {
        var info = WhatsAppErrors.Describe(code, httpStatus);
        var error = code is null ? "an error without code" : $"error {code} {info.Name}";
        return $"The Cloud API answered with {error} (HTTP {httpStatus}, {info.RetryClass}, trace {trace ?? "unknown"}). {info.Advice}";
    }

    /// <summary>A trace id comes from outside, and goes into logs: only letters, digits and a few signs, and not too many.</summary>
    private static string? Plain(string? traceId) =>
        traceId is { Length: > 0 and <= 64 } && traceId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '/' or '=') ? traceId : null;
}
