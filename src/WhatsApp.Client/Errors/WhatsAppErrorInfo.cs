namespace WhatsApp.Client;

/// <summary>
/// One row of the catalogue: what a code means and what to do about it.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">error codes</see>.
/// </summary>
public sealed record WhatsAppErrorInfo
{
    internal WhatsAppErrorInfo(int code, string name, WhatsAppErrorCategory category, WhatsAppRetryClass retryClass, string advice) =>
        (Code, Name, Category, RetryClass, Advice) = (code, name, category, retryClass, advice);

    /// <summary>The platform's code.</summary>
    public int Code { get; }

    /// <summary>Our short name for it, such as <c>pair_rate_limit</c>; stable, fit for a metric.</summary>
    public string Name { get; }

    /// <summary>What it is about.</summary>
    public WhatsAppErrorCategory Category { get; }

    /// <summary>What a program does about it.</summary>
    public WhatsAppRetryClass RetryClass { get; }

    /// <summary>What a person does about it: one plain sentence in English, without personal data.</summary>
    public string Advice { get; }

    /// <summary>How long to wait at least, where the platform documents it; else null.</summary>
    public TimeSpan? SuggestedDelay => WhatsAppErrors.SuggestedDelay(Code);
}
