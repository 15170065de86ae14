using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PostgresLaneSpike;

/// <summary>A PostgreSQL server of our own in a temporary folder: loopback, free port, fsync on; stopped and removed at the end.</summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lane-spike-").FullName;

    /// <summary>The folder the server writes to.</summary>
    public string Folder => _folder;

    public string ConnectionString { get; private set; } = "";

    public static string? FindBinaries() => Enumerable.Range(15, 4).Reverse()
        .Select(v => $"/usr/lib/postgresql/{v}/bin").FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")));

    public async Task StartAsync(string binaries, CancellationToken cancellationToken)
    {
        var port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["nobody", _folder], asOrdinaryUser: false, cancellationToken);
        await RunAsync($"{binaries}/initdb", ["-D", Data, "-U", "spike", "-A", "trust", "-E", "UTF8", "--no-sync"], true, cancellationToken);
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -k {_folder} -c fsync=on -c synchronous_commit=on -c deadlock_timeout=200ms";
        await RunAsync($"{binaries}/pg_ctl", ["-D", Data, "-s", "-w", "-l", $"{_folder}/server.log", "-o", options, "start"], true, cancellationToken);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=spike;Database=postgres";
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (File.Exists($"{Data}/postmaster.pid"))
                await RunAsync($"{FindBinaries()}/pg_ctl", ["-D", Data, "-s", "-w", "-m", "immediate", "stop"], true, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string Data => $"{_folder}/data";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>PostgreSQL refuses to run as root, so root lends its work to "nobody".</summary>
    private async Task RunAsync(string file, string[] arguments, bool asOrdinaryUser, CancellationToken cancellationToken)
    {
        if (asOrdinaryUser && Environment.IsPrivilegedProcess)
            (file, arguments) = ("runuser", ["-u", "nobody", "--", file, .. arguments]);
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = !arguments.Contains("start") };
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(file)} ended with {process.ExitCode}.");
    }
}
