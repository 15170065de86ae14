using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Tests.Catalog;

/// <summary>The demo shop keeps what it promises.</summary>
public sealed class DemoCatalogTests
{
    private static readonly ShopCatalog Catalog = DemoCatalog.Create();

    [Fact]
    public void There_is_enough_to_shop_for()
    {
        Assert.True(Catalog.Products.Count(p => p.IsVisible) >= 30);
        Assert.True(Catalog.Collections.Count >= 5);
        Assert.Contains(Catalog.Products, p => p.Options.Count == 3);
        Assert.True(Catalog.Products.Count(p => p.Options.Count == 2) >= 5);
        Assert.Contains(Catalog.Products, p => p.Status == "DRAFT");
        Assert.Contains(Catalog.Products, p => p.IsVisible && p.Variants.All(v => !v.InStock));
        Assert.Contains(Catalog.Products, p => p.Variants.All(v => v.Stock is null));
        Assert.True(Catalog.Products.Count(p => p.AvailableForSale && p.Variants.Any(v => !v.InStock)) >= 5);
        Assert.True(Catalog.Products.Count(p => p.Variants.Any(v => v.CompareAtPrice > v.Price)) >= 5);
    }

    [Fact]
    public void Every_picture_exists_is_a_jpeg_and_is_small()
    {
        foreach (var image in Catalog.Products.SelectMany(p => p.Images).Concat(Catalog.Collections.Select(c => c.Image!)))
        {
            using var stream = Catalog.OpenPicture(image.File);
            Assert.NotNull(stream);
            Assert.InRange(stream.Length, 1_000, 60 * 1024);
            Assert.Equal([0xFF, 0xD8, 0xFF], new[] { (byte)stream.ReadByte(), (byte)stream.ReadByte(), (byte)stream.ReadByte() });
            Assert.False(string.IsNullOrWhiteSpace(image.Alt));
        }
    }

    [Fact]
    public void Handles_are_unique_and_collections_name_real_products()
    {
        var handles = Catalog.Products.Select(p => p.Handle).ToHashSet();
        Assert.Equal(Catalog.Products.Count, handles.Count);
        Assert.All(Catalog.Collections.SelectMany(c => c.ProductHandles), handle => Assert.Contains(handle, handles));
        Assert.All(Catalog.Products, p => Assert.Contains(Catalog.Collections, c => c.ProductHandles.Contains(p.Handle)));
    }

    [Fact]
    public void Variants_fit_the_options_of_their_product()
    {
        var skus = Catalog.Products.SelectMany(p => p.Variants).Select(v => v.Sku).ToList();
        Assert.Equal(skus.Count, skus.Distinct().Count());
        foreach (var product in Catalog.Products)
        {
            Assert.Equal(product.Variants.Count, product.Variants.Select(v => v.Title).Distinct().Count());
            foreach (var variant in product.Variants)
            {
                Assert.Equal(product.Options.Count, variant.OptionValues.Count);
                Assert.All(product.Options.Zip(variant.OptionValues), pair => Assert.Contains(pair.Second, pair.First.Values));
                Assert.True(variant.Price > 0 && (variant.CompareAtPrice is null || variant.CompareAtPrice > variant.Price));
                if (variant.Image is not null) Assert.Contains(product.Images, i => i.File == variant.Image);
            }
        }
    }

    [Fact]
    public void Two_copies_are_independent_shops()
    {
        var other = DemoCatalog.Create();
        Assert.NotSame(Catalog.Products, other.Products);
        Assert.Equal("EUR", other.CurrencyCode);
    }
}
