using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ShopBot.LoadTest.Running;

/// <summary>A process of the measurement: started, watched, killed by its own id.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int KeptOutput = 200_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();
    private TimeSpan _usedBefore;
    private Process _process;

    private Child(string name, ProcessStartInfo start) => (Name, Start, _process) = (name, start, Begin(start));

    public string Name { get; }

    public ProcessStartInfo Start { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Processor time of all its lives.</summary>
    public TimeSpan Cpu
    {
        get
        {
            try
            {
                _process.Refresh();
                return _usedBefore + _process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                return _usedBefore;
            }
        }
    }

    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Its process id and resident memory in bytes; null while it does not run.</summary>
    public (int Id, long Memory)? Look()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            return process.WorkingSet64 > 0 ? (process.Id, process.WorkingSet64) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What it wrote, the newest part.</summary>
    public string Output
    {
        get
        {
            lock (_lock)
                return _output.ToString();
        }
    }

    public static Child Run(string name, string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null, string? folder = null)
    {
        // With the signal ignored, a file beyond the limit is a failed write and not the end of the process: that is how a full disk is played.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", dll, .. arguments])
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.Contains("__", StringComparison.Ordinal) || key.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new Child(name, start);
    }

    /// <summary>Waits for a line with this text.</summary>
    public async Task<string> WaitForLineAsync(string text)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Output.Split('\n').SkipLast(1).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                return found;
            if (HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"{Name} did not start.\n{Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _usedBefore = Cpu;
    }

    /// <summary>Asks it to end, as a deployment does.</summary>
    public async Task StopAsync()
    {
        Signal("TERM");
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _usedBefore = Cpu;
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Starts it again as it was.</summary>
    public void StartAgain()
    {
        _process.Dispose();
        _process = Begin(Start);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private Process Begin(ProcessStartInfo start)
    {
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            _output.Append(line).Append('\n');
            if (_output.Length > KeptOutput)
                _output.Remove(0, _output.Length / 2);
        }
    }
}
