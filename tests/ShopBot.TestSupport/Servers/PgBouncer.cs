using System.Diagnostics;
using System.Net.Sockets;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.TestSupport.Servers;

/// <summary>A PgBouncer in transaction mode before a test server.</summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/pgbouncer";
    private readonly Process _process;
    private readonly string _folder;

    private PgBouncer(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    /// <summary>Whether it is installed.</summary>
    public static bool IsAvailable => File.Exists(Program);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Starts it with few connections to the server, so that every transaction gets another one.</summary>
    public static async Task<PgBouncer> StartAsync(PostgresServer server, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-pgbouncer-").FullName;
        var port = FreePort.Next();
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            $"""
            [databases]
            * = host=127.0.0.1 port={server.Port} user=shopbot_test
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 3
            max_client_conn = 200
            """,
            cancellationToken);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", PostgresServer.OrdinaryUser, "--", Program, "-q", settings])
            : new ProcessStartInfo(Program, ["-q", settings]);
        if (Environment.IsPrivilegedProcess)
            await Process.Start("chown", ["-R", PostgresServer.OrdinaryUser, folder]).WaitForExitAsync(cancellationToken);
        start.WorkingDirectory = folder;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var pooler = new PgBouncer(process, folder, port);
        try
        {
            await Eventually.HoldsAsync("PgBouncer listens", () => ListensAsync(port, cancellationToken), TimeSpan.FromSeconds(60), cancellationToken);
            return pooler;
        }
        catch
        {
            await pooler.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
