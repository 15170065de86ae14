using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Benchmarks.WhatsApp;
using Shopify.Client;

namespace ShopBot.Benchmarks.Shopify;

/// <summary>
/// How long a fresh process takes to its first typed answer: registration, connecting, compiling, reading a products page of 42 kB. Budget: 150 ms.
/// A process is fresh only once, so this starts child processes instead of being a benchmark of its own.
/// </summary>
internal static class FirstAnswer
{
    public const string Command = "first-answer";
    private const string ChildCommand = "first-answer-child";
    private const int Children = 15;

    /// <returns>Whether the arguments asked for this.</returns>
    public static bool TryRun(string[] arguments)
    {
        switch (arguments)
        {
            case [Command]:
                Measure();
                return true;
            case [ChildCommand, var address]:
                BeChildAsync(address).GetAwaiter().GetResult();
                return true;
            default:
                return false;
        }
    }

    private static void Measure()
    {
        var body = ProductsPageBody.Create();
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        using var shop = new LoopbackAnswers([.. Encoding.ASCII.GetBytes(head), .. body]);
        var runs = Enumerable.Range(0, Children).Select(_ => RunChild($"http://127.0.0.1:{shop.Port}")).ToArray();
        var times = runs.Select(static run => run.Time).Order().ToArray();
        // On a busy machine the time says more about the machine; the processor time does not.
        var processor = runs.Select(static run => run.Processor).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"First typed answer in a fresh process, {Children} runs: median {times[Children / 2]:F0} ms, fastest {times[0]:F0} ms, slowest {times[^1]:F0} ms; processor time median {processor[Children / 2]:F0} ms"));
    }

    private static (double Time, double Processor) RunChild(string address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(FirstAnswer).Assembly.Location);
        start.ArgumentList.Add(ChildCommand);
        start.ArgumentList.Add(address);
        using var child = Process.Start(start)!;
        var told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return told.Split(' ') is [var time, var processor]
            ? (double.Parse(time, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("The child failed.");
    }

    private static async Task BeChildAsync(string address)
    {
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var services = new ServiceCollection();
        services.AddShopifyClient(options => options.BaseUrl = address);
        await using var provider = services.BuildServiceProvider();
        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop.myshopify.com"), "shpat_benchmark");
        var page = await provider.GetRequiredService<ShopifyClient>().Admin(shop)
            .GetProductsAsync(new ProductQuery { First = 20, Search = ShopifySearch.Words("green hoodie") });
        var taken = Stopwatch.GetElapsedTime(started);
        if (page.Items.Count != 20)
            throw new InvalidOperationException("The answer was not read.");
        self.Refresh();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{taken.TotalMilliseconds:F1} {(self.TotalProcessorTime - processor).TotalMilliseconds:F1}"));
    }
}
