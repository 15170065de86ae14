using System.Globalization;
using System.Text.Json;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using ShopBot.TestSupport.Processes;
using Spectre.Console;

namespace ShopBot.LoadTest;

/// <summary>What 20 shops with 100,000 variants together cost the Shopify emulator, at rest and after each shop was read.</summary>
internal static class LargeShops
{
    private const int Shops = 20;
    private const int Products = 100;
    private const int Variants = 50;
    private const int MostMegabytes = 500;

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        using var folder = new TempFolder();
        var arguments = new List<string> { "--port", "0", "--accept-static-tokens" };
        for (var shop = 0; shop < Shops; shop++)
        {
            var file = folder.File($"shop-{shop}.json");
            await File.WriteAllTextAsync(file, Catalogue(shop));
            arguments.AddRange(["--shop", $"large-{shop}={file}"]);
        }

        progress($"Opening {Shops} shops with {Shops * Products * Variants:N0} variants");
        await using var emulator = Child.Run("Shopify emulator", Programs.Shopify, arguments);
        var address = new Uri((await emulator.WaitForLineAsync("Shopify emulator:")).Split(' ')[^1]);
        await emulator.WaitForLineAsync("Press Ctrl+C");
        var atStart = emulator.Memory / 1048576.0;
        progress("Looking at every shop");
        using var client = new HttpClient { BaseAddress = address };
        for (var shop = 0; shop < Shops; shop++)
        {
            using var page = await client.GetAsync($"large-{shop}.myshopify.com/");
            page.EnsureSuccessStatusCode();
        }

        await Task.Delay(2_000);
        var after = emulator.Memory / 1048576.0;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Shops} shops, {Shops * Products * Variants:N0} variants: {atStart:F0} MiB after the start, {after:F0} MiB after a look at each (goal < {MostMegabytes})"));
        await Report.KeepAsync(options, new { shops = Shops, variants = Shops * Products * Variants, atStart, after });
        return Math.Max(atStart, after) < MostMegabytes ? 0 : 1;
    }

    private static string Catalogue(int shop) => JsonSerializer.Serialize(new
    {
        name = $"Large {shop}",
        products = Enumerable.Range(0, Products).Select(product => new
        {
            handle = $"product-{product}",
            title = $"Product {product} of shop {shop}",
            descriptionHtml = "<p>One of many, in every colour and size there is.</p>",
            options = new[] { new { name = "Variant", values = Enumerable.Range(0, Variants).Select(variant => $"V{variant}") } },
            variants = Enumerable.Range(0, Variants).Select(variant => new { price = 10.0 + variant, optionValues = new[] { $"V{variant}" }, sku = $"{shop}-{product}-{variant}", stock = 5 }),
        }),
    });
}
