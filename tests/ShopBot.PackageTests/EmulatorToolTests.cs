using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Tests;

namespace ShopBot.PackageTests;

/// <summary>What somebody without the repository does: installs the packed tool, starts it, and goes where it says.</summary>
public sealed class EmulatorToolTests : IAsyncLifetime
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
    private readonly string _work = Directory.CreateTempSubdirectory("shopbot-tool-").FullName;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_work, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_packed_tool_installs_starts_and_prints_where_to_click()
    {
        var feed = Path.Combine(_work, "feed");
        await CommandLine.RunAsync(RepositoryRoot.Path, "dotnet", "pack", "src/WhatsApp.Emulator.Tool", "-c", Configuration, "--no-build", "-o", feed, "-v", "q", "--tl:off");
        var version = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Build.props")).Descendants("Version").Single().Value;
        var tools = Path.Combine(_work, "tools");
        await CommandLine.RunAsync(_work, "dotnet", "tool", "install", "ShopBot.WhatsApp.Emulator.Tool", "--version", version, "--tool-path", tools, "--source", feed);

        var phonePage = new TaskCompletionSource<string>();
        var output = new System.Text.StringBuilder();
        using var process = CommandLine.Start(_work, Path.Combine(tools, "whatsapp-emulator"), ["--port", "0", "--name", "Bäckerei"], [], line =>
        {
            output.AppendLine(line);
            if (line.Contains("Open the phones", StringComparison.Ordinal))
                phonePage.TrySetResult(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        });
        try
        {
            var url = new Uri(await phonePage.Task.WaitAsync(TimeSpan.FromSeconds(60), _stop));
            using var http = new HttpClient { BaseAddress = new Uri(url, "/") };
            var page = await http.GetStringAsync(url, _stop);
            using var said = await http.PostAsJsonAsync("_control/phones/p1/says", new { text = "hi" }, _stop);
            http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
            var number = JsonDocument.Parse(await http.GetStringAsync("v25.0/800200?fields=verified_name", _stop)).RootElement;

            Assert.Contains("<html", page, StringComparison.OrdinalIgnoreCase);
            Assert.True(said.IsSuccessStatusCode);
            Assert.Equal("Bäckerei", number.GetProperty("verified_name").GetString());
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The tool did not work. It printed:\n{output}", e);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(_stop);
        }
    }

    [Fact]
    public async Task Mistakes_on_the_command_line_end_with_an_explanation()
    {
        var tool = Path.Combine(RepositoryRoot.Path, "src", "WhatsApp.Emulator.Tool", "bin", Configuration, "net10.0", "WhatsApp.Emulator.Tool.dll");
        var output = new System.Text.StringBuilder();
        using var process = CommandLine.Start(_work, "dotnet", [tool, "--prot", "5"], [], line => output.AppendLine(line));
        await process.WaitForExitAsync(_stop);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("--prot is not an option", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("--webhook URL", await CommandLine.RunAsync(_work, "dotnet", tool, "--help"), StringComparison.Ordinal);
    }
}
