using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// The one connection. It is made by who asks first, comes back by itself, and never queues: a command that cannot go out at once fails. After a row of
/// failures nobody asks for a while.
/// </summary>
internal sealed partial class RedisLink : IAsyncDisposable, IDisposable
{
    private const int FailuresToQuiet = 3;
    private static readonly TimeSpan LongestChange = TimeSpan.FromSeconds(5);
    private readonly ShopBotRedisOptions _options;
    private readonly ILogger<RedisLink> _logger;
    private readonly TimeProvider _time;
    private readonly Lazy<Task<ConnectionMultiplexer>> _connection;
    private long _quietSince;
    private volatile bool _isQuiet;
    private int _failures;

    public RedisLink(IOptions<ShopBotRedisOptions> options, ILogger<RedisLink> logger, TimeProvider time)
    {
        (_options, _logger, _time) = (options.Value, logger, time);
        _connection = new Lazy<Task<ConnectionMultiplexer>>(ConnectAsync);
    }

    /// <summary>The connection for subscriptions is there again: notices may have been missed.</summary>
    public event Action? Restored;

    public string Prefix => _options.Prefix;

    /// <summary>Whether a failure was so lately that it makes no sense to ask.</summary>
    public bool IsQuiet
    {
        get
        {
            if (_isQuiet && _time.GetElapsedTime(Volatile.Read(ref _quietSince)) >= _options.PauseAfterFailure)
                _isQuiet = false;
            return _isQuiet;
        }
    }

    /// <summary>Asks for what somebody waits for: within the time-out, and not at all in a quiet time.</summary>
    /// <exception cref="RedisException">Redis did not answer in time, or not well.</exception>
    public ValueTask<T> AskAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken) =>
        IsQuiet ? throw new RedisException("Redis failed a moment ago.") : RunAsync(command, _options.Timeout, cancellationToken);

    /// <summary>Sends a change, for which nobody waits: a busy Redis is no reason to lose it.</summary>
    /// <exception cref="RedisException">Redis did not answer in time, or not well.</exception>
    public ValueTask<T> TellAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken) =>
        RunAsync(command, LongestChange, cancellationToken);

    public async ValueTask<ISubscriber> SubscriberAsync() => (await _connection.Value.ConfigureAwait(false)).GetSubscriber();

    /// <summary>Makes one round trip whatever was before.</summary>
    public async ValueTask PingAsync(CancellationToken cancellationToken)
    {
        var connection = await _connection.Value.WaitAsync(_options.Timeout, _time, cancellationToken).ConfigureAwait(false);
        await connection.GetDatabase().PingAsync().WaitAsync(_options.Timeout, _time, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
            await (await _connection.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (_connection is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } connected })
            connected.Result.Dispose();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var configuration = ConfigurationOptions.Parse(_options.ConnectionString!);
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ConnectTimeout = 1000;
        configuration.AsyncTimeout = configuration.SyncTimeout = (int)LongestChange.TotalMilliseconds;
        configuration.KeepAlive = 5;
        configuration.ReconnectRetryPolicy = new ExponentialRetry(100, 2000);
        configuration.ClientName ??= "shopbot";
        configuration.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
        var connection = await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);
        connection.ConnectionFailed += (_, _) => BeQuiet("connection lost");
        connection.ConnectionRestored += (_, happening) =>
        {
            _isQuiet = false;
            Volatile.Write(ref _failures, 0);
            Log.Restored(_logger);
            if (happening.ConnectionType == ConnectionType.Subscription || connection.IsConnected)
                Restored?.Invoke();
        };
        return connection;
    }

    private async ValueTask<T> RunAsync<T>(Func<IDatabase, Task<T>> command, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await _connection.Value.WaitAsync(patience, _time, cancellationToken).ConfigureAwait(false);
            var result = await command(connection.GetDatabase()).WaitAsync(patience, _time, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failures, 0);
            return result;
        }
        catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
        {
            // One slow answer may be chance; a row of them is not.
            if (Interlocked.Increment(ref _failures) >= FailuresToQuiet)
                BeQuiet(fault.GetType().Name);
            throw fault as RedisException ?? new RedisException("Redis did not answer in time.", fault);
        }
    }

    private void BeQuiet(string why)
    {
        Volatile.Write(ref _quietSince, _time.GetTimestamp());
        if (_isQuiet)
            return;
        _isQuiet = true;
        Log.Failed(_logger, why);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "Redis does not answer ({Fault}); working without it.")]
        public static partial void Failed(ILogger logger, string fault);

        [LoggerMessage(EventId = 2602, Level = LogLevel.Information, Message = "Redis is back.")]
        public static partial void Restored(ILogger logger);
    }
}
