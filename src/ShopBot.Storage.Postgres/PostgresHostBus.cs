using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>
/// Shouts by NOTIFY. A notification makes every commit of the database wait in line, so those of some milliseconds leave as one. One connection of its own listens; without one
/// (there is only a pooler) nothing is heard, and the sweep alone finds what others left.
/// </summary>
internal sealed partial class PostgresHostBus(Database database, IOptions<PostgresStorageOptions> options, TimeProvider time, ILogger<PostgresHostBus> log) : IHostBus, IAsyncDisposable
{
    // A notification carries less than 8,000 bytes; a message is at most 1,000 characters of up to 3 bytes (4 for two).
    private const int MostBytes = 7_900;
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Topic, Action<string> Heard), byte> _subscribers = [];
    private readonly HashSet<(string Topic, string Message)> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task? _sending;
    private Task? _listening;

    public void Publish(string topic, string message = "")
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested || database.Direct is null || !_waiting.Add((topic, message)))
                return;
            if (_sending is null or { IsCompleted: true })
                _sending = Task.Run(SendAsync);
        }
    }

    public IDisposable Subscribe(string topic, Action<string> heard)
    {
        var key = (topic, heard);
        _subscribers[key] = 0;
        lock (_lock)
        {
            if (_listening is null && database.Direct is { } direct && !_stop.IsCancellationRequested)
                _listening = Task.Run(() => ListenAsync(direct));
        }

        return new Subscription(() => _subscribers.TryRemove(key, out _));
    }

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_lock)
        {
            _stop.Cancel();
            running = [.. new[] { _sending, _listening }.OfType<Task>()];
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Value.NotifyEvery, time, _stop.Token).ConfigureAwait(false);
                (string Topic, string Message)[] shouts;
                lock (_lock)
                {
                    if (_waiting.Count == 0)
                    {
                        // Under the lock, so that the next shout begins a new round.
                        _sending = null;
                        return;
                    }

                    shouts = [.. _waiting];
                    _waiting.Clear();
                }

                foreach (var payload in Payloads(shouts))
                    await NotifyAsync(payload).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; nothing relies on a shout.
        }
    }

    private async Task NotifyAsync(string payload)
    {
        try
        {
            await database.RunAsync(
                async (connection, token) =>
                {
                    var batch = new SqlBatch(connection);
                    batch.Query(GlobalSql.Notify, static _ => { }, Value.Of(payload));
                    await batch.RunAsync(token).ConfigureAwait(false);
                    return true;
                },
                _stop.Token).ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            LogNotSent(log, fault.SqlState ?? fault.GetType().Name);
        }
    }

    // One shout per line: topic, space, message. Messages are one line.
    private static IEnumerable<string> Payloads((string Topic, string Message)[] shouts)
    {
        var lines = new List<string>();
        var bytes = 0;
        foreach (var (topic, message) in shouts)
        {
            var line = $"{topic} {message.ReplaceLineEndings(" ")}";
            var size = System.Text.Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes + size > MostBytes && lines.Count > 0)
            {
                yield return string.Join('\n', lines);
                lines.Clear();
                bytes = 0;
            }

            lines.Add(line);
            bytes += size;
        }

        yield return string.Join('\n', lines);
    }

    private async Task ListenAsync(NpgsqlDataSource source)
    {
        for (var first = true; !_stop.IsCancellationRequested; first = false)
        {
            try
            {
                var connection = await source.OpenConnectionAsync(_stop.Token).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                connection.Notification += (_, shout) => Hear(shout.Payload);
                var command = new NpgsqlCommand(GlobalSql.Listen, connection);
                await using (command.ConfigureAwait(false))
                    await command.ExecuteNonQueryAsync(_stop.Token).ConfigureAwait(false);

                // Whatever was shouted before nobody heard.
                if (!first)
                    HearAnything();
                while (true)
                    await connection.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is NpgsqlException or System.Net.Sockets.SocketException or IOException)
            {
                LogConnectionLost(log, fault.GetType().Name);
                await Task.Delay(Reconnect, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Hear(string payload)
    {
        foreach (var line in payload.Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
                continue;
            foreach (var (topic, heard) in _subscribers.Keys)
            {
                if (line.AsSpan(0, space).SequenceEqual(topic))
                    heard(line[(space + 1)..]);
            }
        }
    }

    private void HearAnything()
    {
        foreach (var (_, heard) in _subscribers.Keys)
            heard("");
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The connection that listens for other hosts was lost ({Fault}); it is opened again. Until then the sweep finds their work.")]
    private static partial void LogConnectionLost(ILogger logger, string fault);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Other hosts could not be told of new work ({Fault}); their sweep finds it.")]
    private static partial void LogNotSent(ILogger logger, string fault);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
