using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.TestSupport.Servers;

/// <summary>
/// A real Redis of its own: the distribution's <c>redis-server</c> on a free loopback port, its data in a temporary folder. Where the environment
/// names a running one (<c>SHOPBOT_TEST_REDIS</c>), that one is used and cannot be stopped.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string GivenName = "SHOPBOT_TEST_REDIS";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder? _folder;
    private readonly int _port;
    private Process? _process;

    private RedisServer(string connectionString, TempFolder? folder, int port) => (ConnectionString, _folder, _port) = (connectionString, folder, port);

    /// <summary>Address and options in StackExchange.Redis' form.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether this fixture may stop it.</summary>
    public bool IsOwn => _folder is not null;

    /// <summary>Whether a Redis can be had on this machine.</summary>
    public static bool IsAvailable => Given is not null || Program is not null;

    private static string? Given => Environment.GetEnvironmentVariable(GivenName) is { Length: > 0 } text ? text : null;

    private static string? Program => new[] { Environment.GetEnvironmentVariable("REDIS_SERVER_PATH"), "/usr/bin/redis-server", "/usr/local/bin/redis-server" }
        .FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    /// <summary>Starts it, or takes the given one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken = default)
    {
        if (Given is { } given)
            return new RedisServer(given, null, 0);
        var port = FreePort.Next();
        var server = new RedisServer(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), new TempFolder(), port);
        try
        {
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a stopped one on the same port, with the data it saved.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_process is { HasExited: false })
            return;
        var start = new ProcessStartInfo(
            Program ?? throw new InvalidOperationException($"redis-server is not installed, and {GivenName} names no other."),
            ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder!.Path, "--save", "", "--appendonly", "no", "--daemonize", "no"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.HoldsAsync("Redis answers PING", async () => await TryAskAsync("PING", cancellationToken) == "+PONG", Patience, cancellationToken);
    }

    /// <summary>Ends it at once.</summary>
    /// <param name="keepData">Whether it writes its data down first, and has them again after <see cref="StartAgainAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task StopAsync(bool keepData = false, CancellationToken cancellationToken = default)
    {
        if (keepData)
            await TryAskAsync("SAVE", cancellationToken);
        _process!.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Stops its clock: connections stay open, nothing is answered until <see cref="Thaw"/>.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Ends <see cref="Freeze"/>.</summary>
    public void Thaw() => Signal("CONT");

    /// <summary>Removes everything in it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        if (await TryAskAsync("FLUSHALL", cancellationToken) != "+OK")
            throw new InvalidOperationException("FLUSHALL was refused.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await StopAsync();
        _process?.Dispose();
        _folder?.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The first line of the answer to a command without arguments; null when nobody answers.</summary>
    private async Task<string?> TryAskAsync(string command, CancellationToken cancellationToken)
    {
        if (_process is { HasExited: true })
            throw new InvalidOperationException($"redis-server ended with {_process.ExitCode}.");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IsOwn ? new IPEndPoint(IPAddress.Loopback, _port) : IPEndPoint.Parse(ConnectionString.Split(',')[0]), cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return null;
        }
    }
}
