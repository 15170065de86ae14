using System.Diagnostics;
using Shopify.Emulator;

namespace ShopBot.SearchLoad;

/// <summary>The Shopify emulator with the large catalogue in a process of its own, so that its memory is not counted.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private const string Domain = "large-shop.myshopify.com";
    private readonly Process _process;

    private EmulatorProcess(Process process, string url, string token) => (_process, Url, Token) = (process, url, token);

    public string Url { get; }

    public string Token { get; }

    public static async Task<EmulatorProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EmulatorProcess).Assembly.Location, "emulator"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start)!;
        var parts = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator did not start.")).Split(' ');
        return new EmulatorProcess(process, parts[0], parts[1]);
    }

    /// <summary>Until the parent closes the input.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var emulator = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions { CostBucketSize = 20_000, CostRestoreRate = 10_000 });
        var shop = emulator.AddShop(Domain, LargeCatalog.ToEmulate());
        Console.WriteLine($"{shop.Url.ToString().TrimEnd('/')} {shop.IssueAccessToken(["read_products"])}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
