using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Tests.Catalog;

/// <summary>Many shops with many variants in one process.</summary>
public sealed class LargeCatalogTests
{
    private const long MegaByte = 1024 * 1024;

    [Fact]
    public async Task Twenty_shops_with_a_hundred_thousand_variants_fit_in_less_than_five_hundred_megabytes_and_find_by_id()
    {
        await using var f = await ShopFixture.StartAsync();
        var shops = Enumerable.Range(0, 20).Select(n => f.Emulator.AddShop($"large-{n}.myshopify.com", Catalog(n))).ToList();
        Assert.Equal(100_000, shops.Sum(static s => s.Products.Sum(static p => p.Variants.Count)));
        foreach (var shop in shops)
        {
            var variant = shop.Products[^1].Variants[^1];
            var answer = await ShopFixture.ReadAsync(await f.PostToAsync(shop,
                $"{{ productVariant(id: \"gid://shopify/ProductVariant/{variant.Id}\") {{ sku product {{ handle }} }} }}", shop.IssueAccessToken("read_products")));
            Assert.Equal(variant.Sku, (string?)answer["data"]!["productVariant"]!["sku"]);
        }

        var before = shops[0].Products[0];
        shops[0].UpdateProduct(before.Handle, static p => p with { Title = "Changed" });
        Assert.Equal("Changed", shops[0].Products[0].Title);
        Assert.NotEqual("Changed", shops[1].Products[0].Title);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 500 * MegaByte);
    }

    private static ShopCatalog Catalog(int shop) => new()
    {
        Name = $"Shop {shop}",
        Products = [.. Enumerable.Range(0, 500).Select(p => new CatalogProduct
        {
            Handle = $"product-{p}",
            Title = $"Product {p} of shop {shop}",
            DescriptionHtml = $"<p>Number {p} of five hundred, in ten sizes.</p>",
            Options = [new CatalogOption("Size", [.. Enumerable.Range(0, 10).Select(static s => $"Size {s}")])],
            Variants = [.. Enumerable.Range(0, 10).Select(v => new CatalogVariant { Sku = $"S{shop}-{p}-{v}", OptionValues = [$"Size {v}"], Price = 10 + v, Stock = v })],
        })],
    };
}
