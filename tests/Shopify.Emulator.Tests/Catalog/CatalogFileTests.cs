using System.Text;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Tests.Catalog;

/// <summary>Catalogues from CSV and JSON, and a shop made of one.</summary>
public sealed class CatalogFileTests
{
    private const string Csv = """
        Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Alt Text,Variant Image,Status
        tee,"Tee, organic","<p>Says ""hi""
        on two lines</p>",Loom,Shirt,"cotton, summer",true,Size,S,Colour,Red,T-1,shopify,3,deny,19.90,25.00,https://cdn.example.com/tee-red.jpg?v=1,Red tee,https://cdn.example.com/tee-red.jpg?v=1,active
        tee,,,,,,,,M,,Blue,T-2,shopify,0,continue,21.50,,https://cdn.example.com/missing.jpg,,,
        cap,Cap,,Loom,Hat,,false,Title,Default Title,,,C-1,,,deny,12,,,,,draft
        """;

    [Fact]
    public void A_product_export_becomes_products_with_options_and_stock()
    {
        var catalog = CatalogFile.ReadCsv(new StringReader(Csv), "Loom", static file => file == "tee-red.jpg");
        var tee = catalog.Products[0];
        Assert.Equal("Tee, organic", tee.Title);
        Assert.Equal("<p>Says \"hi\"\non two lines</p>", tee.DescriptionHtml.ReplaceLineEndings("\n"));
        Assert.Equal(["cotton", "summer"], tee.Tags);
        Assert.Equal(["Size", "Colour"], tee.Options.Select(static o => o.Name));
        Assert.Equal((19.90m, 25.00m, 3, false), (tee.Variants[0].Price, tee.Variants[0].CompareAtPrice, tee.Variants[0].Stock, tee.Variants[0].ContinueSelling));
        Assert.Equal((0, true), (tee.Variants[1].Stock, tee.Variants[1].ContinueSelling));
        Assert.Equal("tee-red.jpg", Assert.Single(tee.Images).File);
        var cap = catalog.Products[1];
        Assert.Empty(cap.Options);
        Assert.Null(cap.Variants[0].Stock);
        Assert.Equal(("DRAFT", false), (cap.Status, cap.IsPublished));
    }

    [Fact]
    public void Column_names_of_since_2025_work_too()
    {
        var catalog = CatalogFile.ReadCsv(new StringReader("Title,URL handle,Description,Option1 name,Option1 value,SKU,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock\nMug,mug,Nice,Size,Small,M-1,8.50,shopify,4,TRUE\n"), "Loom");
        Assert.Equal((8.50m, 4, true), (catalog.Products[0].Variants[0].Price, catalog.Products[0].Variants[0].Stock, catalog.Products[0].Variants[0].ContinueSelling));
    }

    [Theory]
    [InlineData("Title,Price\nMug,8\n", "no column 'Handle'")]
    [InlineData("Handle,Title,Price\nmug,Mug,eight\n", "Line 2: 'eight'")]
    [InlineData("Handle,Title,Price\nmug,Mug,\n", "no variant with a price")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string csv, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => CatalogFile.ReadCsv(new StringReader(csv), "Loom")).Message);

    [Fact]
    public async Task A_shop_made_of_a_file_sells_what_is_in_it()
    {
        var catalog = CatalogFile.ReadJson(new MemoryStream(Encoding.UTF8.GetBytes("""{"name":"Loom","currencyCode":"GBP","products":[{"handle":"tee","title":"Tee","variants":[{"price":19.9,"stock":2}]}]}""")));
        await using var f = await ShopFixture.StartAsync(catalog: catalog);
        var data = await f.AdminDataAsync("{ shop { currencyCode } products(first: 5) { nodes { handle variants(first: 1) { nodes { price } } } } }");
        Assert.Equal("GBP", (string?)data["shop"]!["currencyCode"]);
        Assert.Equal("19.90", (string?)data["products"]!["nodes"]![0]!["variants"]!["nodes"]![0]!["price"]);
        Assert.Throws<FormatException>(() => CatalogFile.ReadJson(new MemoryStream("{}"u8.ToArray())));
    }

    [Theory]
    [InlineData("""{"quantityValue":750,"quantityUnit":"ML","referenceValue":1,"referenceUnit":"L"}""", "26.67", "L")]
    [InlineData("""{"quantityValue":150,"quantityUnit":"G","referenceValue":100,"referenceUnit":"G"}""", "13.33", "G")]
    [InlineData("""{"quantityValue":8,"quantityUnit":"ITEM","referenceValue":1,"referenceUnit":"ITEM"}""", "2.5", "ITEM")]
    public async Task A_variant_with_a_measurement_has_a_unit_price_in_both_interfaces(string measurement, string price, string unit)
    {
        const string fields = "unitPrice { amount currencyCode } unitPriceMeasurement { measuredType quantityValue quantityUnit referenceValue referenceUnit }";
        await using var f = await ShopFixture.StartAsync(catalog: Read(measurement));
        var admin = (await f.AdminDataAsync($"{{ products(first: 1) {{ nodes {{ variants(first: 1) {{ nodes {{ showUnitPrice {fields} }} }} }} }} }}"))["products"]!["nodes"]![0]!["variants"]!["nodes"]![0]!;
        var storefront = (await f.StorefrontDataAsync($"{{ products(first: 1) {{ nodes {{ variants(first: 1) {{ nodes {{ {fields} }} }} }} }} }}"))["products"]!["nodes"]![0]!["variants"]!["nodes"]![0]!;

        Assert.True((bool)admin["showUnitPrice"]!);
        Assert.All([admin, storefront], variant => Assert.Equal((price, unit), ((string?)variant["unitPrice"]!["amount"], (string?)variant["unitPriceMeasurement"]!["referenceUnit"])));
    }

    [Theory]
    [InlineData("""{"quantityValue":750,"quantityUnit":"ML","referenceValue":1,"referenceUnit":"KG"}""")]
    [InlineData("""{"quantityValue":0,"quantityUnit":"ML","referenceValue":1,"referenceUnit":"L"}""")]
    [InlineData("""{"quantityValue":1,"quantityUnit":"PARSEC","referenceValue":1,"referenceUnit":"PARSEC"}""")]
    public void A_measurement_that_compares_nothing_is_refused(string measurement) => Assert.Throws<FormatException>(() => Read(measurement));

    private static ShopCatalog Read(string measurement) => CatalogFile.ReadJson(new MemoryStream(Encoding.UTF8.GetBytes(
        $$"""{"name":"Loom","products":[{"handle":"tea","title":"Tea","variants":[{"price":20,"stock":2,"unitPriceMeasurement":{{measurement}} }]}]}""")));
}
