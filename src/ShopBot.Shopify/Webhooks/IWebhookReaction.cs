using ShopBot.Engine.Stores;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>What the bot does about some topics. Deliveries come late, twice and out of order; each call must bear that.</summary>
internal interface IWebhookReaction
{
    /// <summary>The topics, spelled as in the header.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>Acts. When it returns, what matters is stored; when it throws, Shopify sends the delivery again.</summary>
    Task AcceptAsync(Store store, ShopifyWebhook webhook, CancellationToken cancellationToken);
}
