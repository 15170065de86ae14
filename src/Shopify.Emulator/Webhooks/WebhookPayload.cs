namespace Shopify.Emulator.Webhooks;

/// <summary>What the subscription mutations answer.</summary>
internal sealed record WebhookPayload(EmulatedWebhookSubscription? Subscription, IReadOnlyList<WebhookUserError> UserErrors)
{
    public string? DeletedId { get; init; }

    public static WebhookPayload Refused(IReadOnlyList<string> field, string message) => new(null, [new(field, message)]);
}

/// <summary>An entry of <c>userErrors</c>; the plain <c>UserError</c> has no code.</summary>
internal sealed record WebhookUserError(IReadOnlyList<string> Field, string Message);
