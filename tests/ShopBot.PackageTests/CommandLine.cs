using System.Diagnostics;
using System.Text;

namespace ShopBot.PackageTests;

/// <summary>Runs programs; what they print is shown when they fail.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var output = new StringBuilder();
        using var process = Start(folder, program, arguments, [], line => output.AppendLine(line));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
        return output.ToString();
    }

    public static Process Start(string folder, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, Action<string> onLine)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        // The scratch build must not inherit what this test run was started with.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Report(line.Data);
        process.ErrorDataReceived += (_, line) => Report(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Report(string? line)
        {
            if (line is null)
                return;
            lock (onLine)
                onLine(line);
        }
    }
}
