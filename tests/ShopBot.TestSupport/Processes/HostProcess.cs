using System.Diagnostics;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.TestSupport.Processes;

/// <summary>A real host in a process of its own: started like a deployment starts it, killed like a power cut stops it.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private HostProcess(Process process, Uri url, OutputLog output)
    {
        _process = process;
        Url = url;
        Output = output;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What it wrote to standard output and error.</summary>
    public OutputLog Output { get; }

    /// <summary>What it holds in memory, in bytes; zero when it has ended.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Whether the process is there no more.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts the process and waits until <c>/health</c> answers 200.</summary>
    /// <param name="options">Program, folder, port and settings.</param>
    /// <param name="output">Collects what it writes; null for a new one. One log can go on over several starts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It ended by itself; the text holds its output.</exception>
    public static async Task<HostProcess> StartAsync(HostOptions options, OutputLog? output = null, CancellationToken cancellationToken = default)
    {
        output ??= new OutputLog();
        var process = new Process { StartInfo = StartInfo(options) };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new HostProcess(process, options.Url, output);
        try
        {
            await host.WaitForHealthAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program with arguments, as an operator does, and waits for its end.</summary>
    /// <param name="options">Program, folder and settings.</param>
    /// <param name="arguments">The command, such as <c>database check</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code and all that it wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(HostOptions options, string[] arguments, CancellationToken cancellationToken = default) =>
        RunAsync(options, arguments, "", cancellationToken);

    /// <summary>The same with a line that it reads from standard input.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(HostOptions options, string[] arguments, string input, CancellationToken cancellationToken = default)
    {
        var start = StartInfo(options);
        start.RedirectStandardInput = true;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(StartPatience, cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }

        return (process.ExitCode, await output + await error);
    }

    /// <summary>Ends it at once (SIGKILL) and waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken = default)
    {
        if (!_process.HasExited)
            _process.Kill();
        await WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits until it ended by itself.</summary>
    /// <exception cref="TimeoutException">It lives on.</exception>
    public Task WaitForExitAsync(CancellationToken cancellationToken = default) =>
        _process.WaitForExitAsync(cancellationToken).WaitAsync(ExitPatience, cancellationToken);

    /// <summary>Kills it when it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(HostOptions options)
    {
        var start = new ProcessStartInfo(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [options.Dll])
        {
            WorkingDirectory = options.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(inherited);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = options.Environment;
        start.Environment["ASPNETCORE_URLS"] = options.Url.AbsoluteUri.TrimEnd('/');
        start.Environment["ConnectionStrings__ShopBot"] = $"Data Source={options.Database}";
        foreach (var (name, value) in options.Settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>What the test run's own environment says must not reach the host.</summary>
    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name is "DOTNET_ENVIRONMENT" or "DOTNET_STARTUP_HOOKS";

    private async Task WaitForHealthAsync(CancellationToken cancellationToken)
    {
        using var client = Http.NewClient();
        await Eventually.HoldsAsync("the host answers /health", () => IsHealthyAsync(client, cancellationToken), StartPatience, cancellationToken);
    }

    private async Task<bool> IsHealthyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (_process.HasExited)
        {
            await _process.WaitForExitAsync(cancellationToken);
            throw new InvalidOperationException($"The host ended with {_process.ExitCode}.\n{Output.Text}");
        }

        try
        {
            using var answer = await client.GetAsync(new Uri(Url, "health"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
