namespace WhatsApp.Client.Webhooks;

/// <summary>An error told by webhook. The codes are those of HTTP answers.</summary>
public sealed record WebhookError
{
    /// <summary>The platform's code; -1 when it gave none that is a number.</summary>
    public required int Code { get; init; }

    /// <summary>A short text for people; null when absent.</summary>
    public string? Title { get; init; }

    /// <summary>A text for people; null when absent.</summary>
    public string? Message { get; init; }

    /// <summary>The precise cause, for people; null when absent. Do not parse.</summary>
    public string? Details { get; init; }

    /// <summary>A page about errors; null when absent.</summary>
    public string? Href { get; init; }

    /// <summary>What the catalogue says of the code; a general row when it is unknown or absent.</summary>
    public WhatsAppErrorInfo Info => WhatsAppErrors.Describe(Code);

    /// <summary>What it is about.</summary>
    public WhatsAppErrorCategory Category => Info.Category;

    /// <summary>What a person does about it: one plain sentence in English, without personal data.</summary>
    public string Advice => Info.Advice;

    /// <summary>What a program does about it.</summary>
    public WhatsAppRetryClass RetryClass => WhatsAppErrors.Classify(Code);

    /// <summary>The code and its class.</summary>
    public override string ToString() => $"WebhookError({Code}, {RetryClass})";
}
