using System.Diagnostics;
using ShopBot.TestSupport.Processes;

namespace ShopBot.TestSupport.Servers;

/// <summary>
/// A real PostgreSQL for a test run: the distribution's binaries on a free loopback port in a folder of its own, stopped by its process id. Or the server that
/// <c>SHOPBOT_TEST_POSTGRES</c> names (a connection string without a database), which must let its user create databases and roles.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The environment variable that names a server to use instead.</summary>
    public const string Variable = "SHOPBOT_TEST_POSTGRES";

    // What a test needs to be quick. A killed server loses nothing by these: only a machine that loses its power would.
    private const string Settings =
        "-c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB -c deadlock_timeout=200ms -c max_wal_size=4GB -c checkpoint_timeout=30min -c autovacuum_naptime=5s";

    private readonly string? _folder;
    private readonly string _settings;
    private readonly int _port;

    private PostgresServer(string? folder, int port, string settings, string address) =>
        (_folder, _port, _settings, Address) = (folder, port, settings, address);

    /// <summary>Connection string without a database.</summary>
    public string Address { get; }

    /// <summary>Whether this server was started here, and so may be stopped.</summary>
    public bool IsOwn => _folder is not null;

    /// <summary>What the server wrote so far; only of an own one.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder!, "server.log"));

    /// <summary>The port of an own server.</summary>
    public int Port => _port;

    /// <summary>Whether there is something to test with.</summary>
    public static bool IsAvailable => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || FindBinaries() is not null;

    /// <summary>Where an own server keeps its data; its processes carry this path in their command line.</summary>
    public string DataFolder => Data;

    private string Data => Path.Combine(_folder!, "data");

    /// <summary>The folder of the server's programs (<c>pg_dump</c>, <c>psql</c>); null when PostgreSQL is not installed.</summary>
    public static string? FindBinaries() => Enumerable.Range(15, 6).Select(version => $"/usr/lib/postgresql/{version}/bin").FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Starts a server, or takes the one that is named.</summary>
    /// <param name="ownOnly">Always start one, because the test stops it.</param>
    /// <param name="settings">Further settings, such as <c>-c fsync=on</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<PostgresServer> StartAsync(bool ownOnly = false, string settings = "", CancellationToken cancellationToken = default)
    {
        if (!ownOnly && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return new PostgresServer(null, 0, "", given);
        var folder = Directory.CreateTempSubdirectory("shopbot-pg-").FullName;
        var port = FreePort.Next();
        var server = new PostgresServer(folder, port, $"{Settings} {settings}", $"Host=127.0.0.1;Port={port};Username=shopbot_test");
        try
        {
            if (Environment.IsPrivilegedProcess)
                await RunAsync("chown", [OrdinaryUser, folder], folder, cancellationToken);
            await server.RunAsOrdinaryUserAsync("initdb", ["-D", server.Data, "-U", "shopbot_test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], cancellationToken);
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, at the same address.</summary>
    public Task StartAgainAsync(CancellationToken cancellationToken = default) => RunAsOrdinaryUserAsync(
        "pg_ctl", ["-D", Data, "-s", "-w", "-t", "120", "-l", Path.Combine(_folder!, "server.log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -k {_folder} {_settings}", "start"], cancellationToken);

    /// <summary>Stops it.</summary>
    /// <param name="atOnce">As if it was killed: what is committed is there afterwards, nothing else.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task StopAsync(bool atOnce, CancellationToken cancellationToken = default) =>
        RunAsOrdinaryUserAsync("pg_ctl", ["-D", Data, "-s", "-w", "-m", atOnce ? "immediate" : "fast", "stop"], cancellationToken);

    /// <summary>The server as text, with everything in it.</summary>
    public Task<string> DumpAsync(string database, bool schemaOnly = false, CancellationToken cancellationToken = default) =>
        RunAsync(Path.Combine(FindBinaries()!, "pg_dump"), [$"--dbname={Uri(database)}", "--no-owner", .. schemaOnly ? ["--schema-only"] : Array.Empty<string>()], Path.GetTempPath(), cancellationToken);

    /// <summary>Stops it and removes what it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_folder is null || !Directory.Exists(_folder))
            return;
        try
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
                await StopAsync(atOnce: true);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Uri(string database) => string.Join(' ', Address.Split(';').Select(part => part.Split('=')).Select(pair => pair[0] switch
    {
        "Host" => $"host={pair[1]}",
        "Port" => $"port={pair[1]}",
        "Username" => $"user={pair[1]}",
        "Password" => $"password={pair[1]}",
        _ => "",
    }).Append($"dbname={database}"));

    /// <summary>Who runs servers when this program is privileged.</summary>
    internal static string OrdinaryUser => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    // PostgreSQL refuses to run as root, so root lends its work to an ordinary user.
    private Task<string> RunAsOrdinaryUserAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        program = Path.Combine(FindBinaries() ?? throw new InvalidOperationException("PostgreSQL is not installed."), program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", OrdinaryUser, "--", program, .. arguments], _folder!, cancellationToken)
            : RunAsync(program, arguments, _folder!, cancellationToken);
    }

    private static async Task<string> RunAsync(string file, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        // A started server keeps the output open, so it is not waited for.
        var starts = arguments.Contains("start");
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = !starts, RedirectStandardError = !starts };
        using var process = Process.Start(start)!;
        var output = starts ? Task.FromResult("") : process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = starts ? Task.FromResult("") : process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{Path.GetFileName(file)} ended with {process.ExitCode}: {await errors}");
    }
}
