namespace Shopify.Client;

internal sealed record WebhookCreateVariables(string Topic, WebhookSubscriptionInputWire Sub);

internal sealed record WebhookSubscriptionInputWire(string Uri, string Format);

internal sealed record WebhookCreateData(WebhookCreatePayloadWire? WebhookSubscriptionCreate);

internal sealed record WebhookCreatePayloadWire(WebhookSubscriptionWire? WebhookSubscription, IReadOnlyList<UserErrorWire?>? UserErrors);

internal sealed record WebhookSubscriptionWire(string? Id);
