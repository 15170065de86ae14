using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// Tells all hosts what one of them changed, over one channel. Notices carry names of entries, no content. After a lost connection notices may have been
/// missed: then this host forgets what it has in memory.
/// </summary>
internal sealed class RedisBackplane(RedisLink link, CacheMemory memory, UntoldChanges untold) : IFusionCacheBackplane
{
    private BackplaneSubscriptionOptions? _subscription;

    private RedisChannel Channel => RedisChannel.Literal($"{link.Prefix}:cache");

    public async ValueTask SubscribeAsync(BackplaneSubscriptionOptions options)
    {
        _subscription = options;
        link.Restored += Reconnected;
        var subscriber = await link.SubscriberAsync().ConfigureAwait(false);
        await subscriber.SubscribeAsync(Channel, Hear).ConfigureAwait(false);
        // What changed elsewhere before this moment was not heard.
        memory.Forget(untold.Contains);
        options.ConnectHandler?.Invoke(new BackplaneConnectionInfo(false));
    }

    public void Subscribe(BackplaneSubscriptionOptions options) => _ = SubscribeAsync(options).AsTask();

    public async ValueTask UnsubscribeAsync()
    {
        link.Restored -= Reconnected;
        _subscription = null;
        var subscriber = await link.SubscriberAsync().ConfigureAwait(false);
        await subscriber.UnsubscribeAsync(Channel, Hear).ConfigureAwait(false);
    }

    public void Unsubscribe()
    {
        link.Restored -= Reconnected;
        _subscription = null;
    }

    public async ValueTask PublishAsync(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        await link.TellAsync(database => database.PublishAsync(Channel, BackplaneMessage.ToByteArray(message)), token).ConfigureAwait(false);

    public void Publish(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        _ = PublishAsync(message, options, token).AsTask();

    private void Hear(RedisChannel channel, RedisValue value)
    {
        if (_subscription is not { } subscription || (byte[]?)value is not { } bytes)
            return;
        var message = BackplaneMessage.FromByteArray(bytes);
        if (message.IsValid())
            subscription.IncomingMessageHandler?.Invoke(message);
    }

    private void Reconnected()
    {
        memory.Forget(untold.Contains);
        _subscription?.ConnectHandler?.Invoke(new BackplaneConnectionInfo(true));
    }
}
