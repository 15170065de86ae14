namespace ShopBot.Storage.Redis;

/// <summary>How the shared cache behaves. The defaults suit a Redis in the same data centre.</summary>
public sealed class ShopBotRedisOptions
{
    /// <summary>
    /// Address and options in the form of <see href="https://stackexchange.github.io/StackExchange.Redis/Configuration">StackExchange.Redis</see>, such as
    /// <c>redis.internal:6379,password=…,ssl=true</c>. Null or empty: the cache is in this process only, and limits are counted per host.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>What every key and channel begins with, so that several deployments may share one Redis. 1 to 64 characters without braces. Default <c>shopbot</c>.</summary>
    public string Prefix { get; set; } = "shopbot";

    /// <summary>The longest wait for one answer of Redis; then it is done without. 10 ms to 10 s. Default 500 ms.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After a row of failures Redis is left alone for this time, so that a dead one costs nothing. 100 ms to 1 minute. Default 1 s.</summary>
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a store's settings are served from memory: another host's change is seen no later even when no notice of it comes. 1 s to 5 minutes. Default 5 s.</summary>
    public TimeSpan StoreTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a store's settings stay in Redis, where a change that could not be told may go unseen. 1 s to 1 hour. Default 30 s.</summary>
    public TimeSpan SharedStoreTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How old an answer may be that is given while its source fails, as the catalogue while Shopify is down. Zero to one day. Default one hour.</summary>
    public TimeSpan StaleTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long somebody waits for a fresh answer when there is an old one; then the old one is given and the fresh one comes behind. 50 ms to 1
    /// minute. Default 1.5 s.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1.5);
}
