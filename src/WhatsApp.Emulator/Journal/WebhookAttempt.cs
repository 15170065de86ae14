namespace WhatsApp.Emulator;

/// <summary>One POST of a webhook and how it ended. Retries are attempts of the same delivery.</summary>
/// <param name="At">When the attempt ended.</param>
/// <param name="DeliveryId">Names the delivery; the same for all its attempts.</param>
/// <param name="Number">1 for the first attempt.</param>
/// <param name="PhoneNumberId">The business number it is about.</param>
/// <param name="Url">Where it went.</param>
/// <param name="Body">The exact bytes.</param>
/// <param name="Signature">The value of <c>X-Hub-Signature-256</c>.</param>
/// <param name="Status">The HTTP status, or null when no answer came.</param>
/// <param name="Failure">Why no answer came, or null.</param>
public sealed record WebhookAttempt(
    DateTimeOffset At, string DeliveryId, int Number, string PhoneNumberId, Uri Url, ReadOnlyMemory<byte> Body, string Signature, int? Status, string? Failure)
{
    /// <summary>How long the endpoint took to answer, or to fail.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The start of the endpoint's answer as text, at most 2,000 bytes; empty when there was none.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Whether the endpoint took it: only HTTP 200 counts.</summary>
    public bool IsAccepted => Status == 200;

    /// <summary>The body as text.</summary>
    public string BodyText => System.Text.Encoding.UTF8.GetString(Body.Span);

    /// <inheritdoc/>
    public override string ToString() => $"WebhookAttempt {DeliveryId}/{Number} {Status}";
}
