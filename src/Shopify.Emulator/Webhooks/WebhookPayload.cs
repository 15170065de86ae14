using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>What the subscription mutations answer.</summary>
internal sealed record WebhookPayload(EmulatedWebhookSubscription? Subscription, IReadOnlyList<UserError> UserErrors)
{
    public string? DeletedId { get; init; }

    public static WebhookPayload Refused(IReadOnlyList<string> field, string message) => new(null, [new(field, message)]);
}
