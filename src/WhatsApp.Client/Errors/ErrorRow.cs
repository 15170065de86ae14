namespace WhatsApp.Client;

/// <summary>A row of the catalogue, for one code or for a range that the platform names as a whole.</summary>
internal readonly record struct ErrorRow(int First, int Last, string Name, WhatsAppErrorCategory Category, WhatsAppRetryClass RetryClass, string Advice)
{
    public ErrorRow(int code, string name, WhatsAppErrorCategory category, WhatsAppRetryClass retryClass, string advice)
        : this(code, code, name, category, retryClass, advice)
    {
    }

    public WhatsAppErrorInfo For(int code) => new(code, Name, Category, RetryClass, Advice);
}
