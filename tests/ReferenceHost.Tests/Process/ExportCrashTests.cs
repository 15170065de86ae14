using Shopify.Emulator.Catalog;
using ShopBot.TestSupport.Waiting;

namespace ReferenceHost.Tests.Process;

/// <summary>
/// A catalogue whose export is being read when the host is killed: the next process goes on where the dead one left off, and the index holds all of the shop.
/// 1,000 products and 5,000 variants; 10,000 and 100,000 with <c>SHOPBOT_LONG=1</c>, which waits for the dead host's lease on the real clock.
/// </summary>
public sealed class ExportCrashTests
{
    private const double MostMegabytes = 50;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1";
    private static readonly int Products = IsLong ? 10_000 : 1_000;
    private static readonly int Variants = IsLong ? 10 : 5;
    private static readonly TimeSpan Patience = IsLong ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_it_reads_the_export_the_next_process_goes_on_and_nothing_is_lost()
    {
        var catalog = Catalog();
        await using var host = await SingleStoreHost.StartAsync(catalog, Token);
        await Eventually.HoldsAsync("Shopify has the export", () => host.Progress().Phase == "Running", Patience, Token);
        var idle = await IdleAsync(host);
        var most = 0L;

        host.Shop.HoldsBulkOperations = false;
        await Eventually.HoldsAsync("a third of the catalogue is stored", () => Watch() is { Phase: "Reading" } progress && progress.Products >= Products / 3, Patience, Token);
        await host.KillAsync(Token);

        var killed = host.Progress();
        Assert.Equal("Reading", killed.Phase);
        Assert.InRange(killed.Products, Products / 3, Products - 1);
        if (!IsLong)
            host.EndLease();
        await host.StartAgainAsync(Token);
        await Eventually.HoldsAsync("all of it is stored", () => Goes(killed.Products) == "Done", Patience, Token);

        // Read once and from one export: no product was counted twice, none was left out.
        Assert.Equal(Products, host.Progress().Products);
        Assert.Equal(1, host.Exports);
        Assert.Equal(
            catalog.Products.Select(static product => ($"gid://shopify/Product/{product.Id}", product.Title)).Order(),
            host.Read("SELECT product_id, title FROM products WHERE removed = 0", static row => (row.GetString(0), row.GetString(1))).Order());
        // The words of the index, each with its store before it.
        var words = host.Read(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, product_search, row); SELECT term FROM temp.words",
            static row => row.GetString(0)[(row.GetString(0).LastIndexOf('_') + 1)..]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(catalog.Products.SelectMany(static product => product.Variants), variant => !words.Contains(variant.Sku!.ToLowerInvariant()));

        var above = (most - idle) / 1048576.0;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{Products:N0} products, {Products * Variants:N0} variants; killed after {killed.Products:N0}; idle {idle / 1048576.0:F0} MB, at most {above:F0} MB above"));
        if (IsLong)
            Assert.InRange(above, double.MinValue, MostMegabytes);

        (string Phase, long Offset, int Products) Watch()
        {
            most = Math.Max(most, host.ResidentBytes);
            return host.Progress();
        }

        string Goes(int from)
        {
            var progress = Watch();
            Assert.True(progress.Phase is "Reading" or "Done", $"It began anew: {progress}");
            Assert.True(progress.Products >= from, $"It went back: {progress}");
            return progress.Phase;
        }
    }

    /// <summary>What it holds when nothing happens: the least of some looks, so that start-up does not count as idle.</summary>
    private static async Task<long> IdleAsync(SingleStoreHost host)
    {
        var least = long.MaxValue;
        for (var look = 0; look < 10; look++)
        {
            await Task.Delay(IsLong ? 1000 : 50, Token);
            least = Math.Min(least, host.ResidentBytes);
        }

        return least;
    }

    private static ShopCatalog Catalog()
    {
        string[] sizes = [.. Enumerable.Range(1, Variants).Select(static n => $"Size {n}")];
        return new ShopCatalog
        {
            Name = "Large",
            Products = [.. Enumerable.Range(1, Products).Select(i => new CatalogProduct
            {
                Id = 1_000_000 + i,
                Handle = $"product-{i}",
                Title = $"Lamp number {i}",
                DescriptionHtml = "<p>Made with care, for many years of use.</p>",
                Vendor = $"Maker {i % 50}",
                ProductType = "Lamp",
                Options = [new CatalogOption("Size", sizes)],
                CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
                UpdatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
                Variants = [.. sizes.Select((size, n) => new CatalogVariant { Id = (i * 1000L) + n, OptionValues = [size], Price = 10 + n, Sku = $"L{i}V{n}" })],
            })],
        };
    }
}
