using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;

namespace ShopBot.LoadTest.Tests;

/// <summary>
/// Every named fault while customers write, against real hosts: once on SQLite, once on two hosts with PostgreSQL and Redis. Each message has its one right effect: nothing lost, doubled,
/// out of order or in the wrong store; and what is finished leaves the database when its time is over. <c>SHOPBOT_LONG=1</c> rotates the faults for 15 minutes each, and shows that neither memory
/// nor tables grow.
/// </summary>
public sealed class FaultTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(IsLong ? 60 : 12);

    [Fact]
    public async Task Every_message_has_its_one_right_effect_whatever_breaks()
    {
        if (PostgresServer.FindBinaries() is null || !RedisServer.IsAvailable)
        {
            if (Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1")
                Assert.Fail("PostgreSQL or Redis is not installed, and SHOPBOT_REQUIRE_ALL=1 asks for them.");
            Assert.Skip("PostgreSQL or Redis is not installed.");
        }

        using var folder = new TempFolder();
        var file = folder.File("result.json");
        string[] length = IsLong ? ["--duration", "900", "--fault-every", "12"] : ["--duration", "1", "--fault-every", "3"];

        var (exitCode, output) = await RunAsync(["faults", .. length, "--out", file]);

        Assert.True(exitCode == 0, output);
        using var results = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(2, results.RootElement.GetArrayLength());
        foreach (var result in results.RootElement.EnumerateArray())
        {
            var growth = result.GetProperty("growth");
            Assert.True(growth.GetProperty("removed").GetInt64() > 200, output);
            Assert.True(growth.GetProperty("faults").GetArrayLength() == 0, output);
            Assert.True(!IsLong || (growth.GetProperty("memory").GetArrayLength() > 1 && growth.GetProperty("tables").GetArrayLength() > 5), output);
            var ledger = result.GetProperty("ledger");
            Assert.True(ledger.GetProperty("sent").GetInt64() > 200, output);
            foreach (var name in new[] { "lost", "outOfOrder", "wrongStore", "wrongEffect" })
                Assert.True(ledger.GetProperty(name).GetInt64() == 0, $"{name}\n{output}");
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments)
    {
        var dll = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, typeof(FaultTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "LoadTest").Value!));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [dll, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output + await error);
    }
}
