namespace Shopify.Client;

/// <summary>A subscription that exists now.</summary>
/// <param name="Id">The GID of the new subscription; null when it <paramref name="AlreadyExisted"/>.</param>
/// <param name="AlreadyExisted">True when the same topic was already sent to the same address.</param>
public sealed record WebhookSubscriptionResult(string? Id, bool AlreadyExisted);
