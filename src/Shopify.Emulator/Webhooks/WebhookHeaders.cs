namespace Shopify.Emulator.Webhooks;

/// <summary>The two families of webhook header names.</summary>
public enum WebhookHeaders
{
    /// <summary><c>X-Shopify-Topic</c>, <c>X-Shopify-Hmac-Sha256</c>, …</summary>
    Classic,

    /// <summary><c>shopify-topic</c>, <c>shopify-hmac-sha256</c>, …</summary>
    Current,

    /// <summary>Both families at once, with the same values.</summary>
    Both,
}
