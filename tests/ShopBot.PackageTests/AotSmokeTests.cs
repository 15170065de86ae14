using System.Runtime.InteropServices;
using System.Text;
using ShopBot.TestSupport.Servers;
using Tests;

namespace ShopBot.PackageTests;

/// <summary>Publishes tests/AotSmoke natively, without a warning, and runs it. Needs a C compiler, as every native publish does.</summary>
public sealed class AotSmokeTests : IAsyncLifetime
{
    private readonly string _work = Directory.CreateTempSubdirectory("shopbot-aot-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_work, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_packages_publish_natively_without_a_warning_and_the_program_sends_and_receives()
    {
        Assert.SkipUnless(HasCompiler(), "Neither clang nor gcc is installed.");
        var output = await CommandLine.RunAsync(
            RepositoryRoot.Path, "dotnet", "publish", "tests/AotSmoke/AotSmoke.csproj", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "-o", _work, "-v", "m", "--tl:off");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);

        await using var server = PostgresServer.IsAvailable ? await PostgresServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken) : null;
        Assert.False(server is null && Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1", "PostgreSQL is not installed. SHOPBOT_REQUIRE_ALL=1 asks for it.");
        var printed = await RunSmokeAsync(server is { IsOwn: true } ? $"{server.Address};Database=postgres" : "");
        Assert.Contains("AOT smoke passed", printed, StringComparison.Ordinal);
        Assert.Equal(server is { IsOwn: true }, printed.Contains("PostgreSQL too", StringComparison.Ordinal));
    }

    private async Task<string> RunSmokeAsync(string postgres)
    {
        var printed = new StringBuilder();
        using var process = CommandLine.Start(
            _work, Path.Combine(_work, "AotSmoke"), [], [new KeyValuePair<string, string>("SHOPBOT_SMOKE_POSTGRES", postgres)], line => printed.AppendLine(line));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, printed.ToString());
        return printed.ToString();
    }

    private static bool HasCompiler() => Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1"
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
