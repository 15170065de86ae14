using Microsoft.Extensions.Logging;
using ShopBot.Engine.Stores;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>Where verified Shopify webhooks enter and are handed to what acts on their topic; see <see cref="HandledTopics"/>.</summary>
public sealed partial class ShopifyEvents
{
    private readonly StoreRegistry _stores;
    private readonly Dictionary<string, IReadOnlyList<IWebhookReaction>> _reactions;
    private readonly ILogger<ShopifyEvents> _logger;

    internal ShopifyEvents(StoreRegistry stores, IEnumerable<IWebhookReaction> reactions, ILogger<ShopifyEvents> logger)
    {
        _stores = stores;
        _reactions = reactions
            .SelectMany(static reaction => reaction.Topics.Select(topic => (Topic: topic, Reaction: reaction)))
            .GroupBy(static entry => entry.Topic, static entry => entry.Reaction, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static IReadOnlyList<IWebhookReaction> (group) => [.. group], StringComparer.Ordinal);
        _logger = logger;
    }

    internal IReadOnlyCollection<string> Topics => _reactions.Keys;

    /// <summary>
    /// Takes one webhook. When it returns, what matters is stored. Unknown topics and shops are ignored: answering anything but 200 would only
    /// have Shopify send them again.
    /// </summary>
    /// <param name="webhook">A delivery whose signature was right.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ShopifyException">Shopify had to be asked and did not answer: have the delivery sent again.</exception>
    public async Task AcceptAsync(ShopifyWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        if (!_reactions.TryGetValue(webhook.Topic, out var reactions))
            Log.UnknownTopic(_logger, webhook.Topic);
        else if (await _stores.FindByShopDomainAsync(webhook.ShopDomain.Value, cancellationToken).ConfigureAwait(false) is { } store)
            await ReactAsync(reactions, store, webhook, cancellationToken).ConfigureAwait(false);
        else
            Log.UnknownShop(_logger, webhook.Topic);
    }

    private static async Task ReactAsync(IReadOnlyList<IWebhookReaction> reactions, Store store, ShopifyWebhook webhook, CancellationToken cancellationToken)
    {
        foreach (var reaction in reactions)
            await reaction.AcceptAsync(store, webhook, cancellationToken).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "A webhook {Topic} came from a shop that has not installed the app.")]
        public static partial void UnknownShop(ILogger logger, string topic);

        [LoggerMessage(EventId = 2302, Level = LogLevel.Debug, Message = "A webhook {Topic} is not used.")]
        public static partial void UnknownTopic(ILogger logger, string topic);
    }
}
