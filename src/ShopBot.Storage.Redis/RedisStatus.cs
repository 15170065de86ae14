using ShopBot.Storage.Redis.Internal;

namespace ShopBot.Storage.Redis;

/// <summary>How the shared cache is.</summary>
public enum RedisState
{
    /// <summary>No connection string was given: each process works for itself.</summary>
    NotConfigured,

    /// <summary>It answers.</summary>
    Healthy,

    /// <summary>It does not answer in time: everything is done without it, slower.</summary>
    Unhealthy,
}

/// <summary>Asks the shared cache how it is.</summary>
public sealed class RedisStatus
{
    private readonly RedisLink? _link;

    internal RedisStatus(RedisLink? link) => _link = link;

    /// <summary>Makes one round trip, within the time-out.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<RedisState> CheckAsync(CancellationToken cancellationToken = default)
    {
        if (_link is null)
            return RedisState.NotConfigured;
        try
        {
            await _link.PingAsync(cancellationToken).ConfigureAwait(false);
            return RedisState.Healthy;
        }
        catch (Exception fault) when (fault is StackExchange.Redis.RedisException or TimeoutException)
        {
            return RedisState.Unhealthy;
        }
    }
}
