namespace Shopify.Emulator.Journal;

/// <summary>One attempt to deliver a webhook.</summary>
/// <param name="Topic">Topic as in the header: <c>orders/create</c>.</param>
/// <param name="WebhookId">Id of the delivery, the same for every attempt.</param>
/// <param name="Attempt">1 for the first attempt.</param>
/// <param name="StatusCode">What the receiver answered; null when it could not be reached or was too slow.</param>
public sealed record WebhookEntry(DateTimeOffset At, string Shop, string Topic, string WebhookId, int Attempt, int? StatusCode)
    : JournalEntry(At, Shop)
{
    /// <summary>Whether the receiver took it: any 2xx in time.</summary>
    public bool IsDelivered => StatusCode is >= 200 and < 300;
}
