namespace Shopify.Client;

/// <summary>What came of making or changing a subscription: the subscription as it is now, or what was refused.</summary>
/// <param name="Subscription">The subscription; null when it was refused.</param>
/// <param name="UserErrors">What was refused; empty when all went well. This mutation's entries have no code.</param>
public sealed record WebhookSubscriptionChange(WebhookSubscription? Subscription, IReadOnlyList<ShopifyUserError> UserErrors)
{
    /// <summary>True when it was refused only because the same topic is already sent to the same address.</summary>
    // The entries have no code; the text is all there is.
    public bool AlreadyExists => Subscription is null
        && UserErrors.Any(static error => error.Message.Contains("Address for this topic has already been taken", StringComparison.OrdinalIgnoreCase));
}
