namespace Shopify.Emulator.Webhooks;

/// <summary>A webhook subscription from the app's configuration file (<c>[[webhooks.subscriptions]]</c>). See <see href="https://shopify.dev/docs/apps/build/webhooks/subscribe"/>.</summary>
/// <param name="Topics">Topics as in the header, compliance topics included: <c>orders/create</c>, <c>shop/redact</c>.</param>
/// <param name="Uri">Absolute address that deliveries go to.</param>
public sealed record AppWebhook(IReadOnlyList<string> Topics, string Uri)
{
    /// <summary>Search expression over the payload; null means every event.</summary>
    public string? Filter { get; init; }

    /// <summary>The only payload fields to send; empty means all.</summary>
    public IReadOnlyList<string> IncludeFields { get; init; } = [];
}
