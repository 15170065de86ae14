using System.Diagnostics;
using System.Xml.Linq;
using Tests;

namespace ShopBot.PackageTests;

/// <summary>What somebody without a .NET project does: installs the Shopify emulator as a tool and opens what it prints.</summary>
public sealed class ShopifyEmulatorToolTests : IAsyncLifetime
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
    private readonly string _work = Directory.CreateTempSubdirectory("shopbot-tool-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_work, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_packed_tool_installs_runs_and_prints_where_to_click()
    {
        var feed = Path.Combine(_work, "feed");
        await CommandLine.RunAsync(RepositoryRoot.Path, "dotnet", "pack", "src/Shopify.Emulator.Tool", "-c", Configuration, "--no-build", "-o", feed, "-v", "q", "--tl:off");
        var version = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Build.props")).Descendants("Version").Single().Value;
        await CommandLine.RunAsync(_work, "dotnet", "tool", "install", "ShopBot.Shopify.Emulator.Tool", "--tool-path", Path.Combine(_work, "tools"), "--add-source", feed, "--version", version);
        var csv = Path.Combine(_work, "stall.csv");
        await File.WriteAllTextAsync(csv, "Handle,Title,Variant Price\ntea,Green Tea,4.50\n", TestContext.Current.CancellationToken);

        var printed = new List<string>();
        using var process = CommandLine.Start(_work, Path.Combine(_work, "tools", "shopify-emulator"), ["--port", "0", "--shop", "stall", "--catalog", csv, "--currency", "GBP"], [], line => Add(printed, line));
        try
        {
            var admin = await AddressAsync(printed, "Admin  ", process);
            using var http = new HttpClient();
            Assert.Contains("Overview", await http.GetStringAsync(admin, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var store = await http.GetStringAsync(await AddressAsync(printed, "Store ", process), TestContext.Current.CancellationToken);
            Assert.Contains("Green Tea", store, StringComparison.Ordinal);
            Assert.Contains("4.50", store, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static void Add(List<string> printed, string line)
    {
        lock (printed) printed.Add(line);
    }

    private static async Task<string> AddressAsync(List<string> printed, string label, Process process)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromSeconds(60))
        {
            string[] lines;
            lock (printed) lines = [.. printed];
            if (lines.FirstOrDefault(line => line.TrimStart().StartsWith(label, StringComparison.Ordinal)) is { } found) return found[found.IndexOf("http", StringComparison.Ordinal)..].Trim();
            Assert.False(process.HasExited, string.Join('\n', lines));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The tool printed no address.");
    }
}
