using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Products;

public sealed class ProductTests
{
    private const string Page = """
        {"data":{"products":{"nodes":[
          {"id":"gid://shopify/Product/1","handle":"hoodie","title":"Hoodie","description":"Warm","totalInventory":-2,"hasOnlyDefaultVariant":false,
           "variantsCount":{"count":6},
           "priceRangeV2":{"minVariantPrice":{"amount":"20.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"25.5","currencyCode":"EUR"}},
           "compareAtPriceRange":{"minVariantCompareAtPrice":{"amount":"30.0","currencyCode":"EUR"},"maxVariantCompareAtPrice":{"amount":"25.5","currencyCode":"EUR"}},
           "featuredMedia":{"alt":"green","preview":{"image":{"url":"https://cdn.example/1.jpg?v=3"}}},"somethingNew":{"x":[1]}},
          {"id":"gid://shopify/Product/2","handle":"mug","title":"Mug","description":null,"totalInventory":null,"hasOnlyDefaultVariant":true,
           "variantsCount":null,
           "priceRangeV2":{"minVariantPrice":{"amount":"7.25","currencyCode":"EUR"},"maxVariantPrice":{"amount":"7.25","currencyCode":"EUR"}},
           "contextualPricing":{"priceRange":{"minVariantPrice":{"amount":"9.0","currencyCode":"USD"},"maxVariantPrice":{"amount":"9.0","currencyCode":"USD"}}},
           "compareAtPriceRange":{"minVariantCompareAtPrice":{"amount":"99.0","currencyCode":"EUR"},"maxVariantCompareAtPrice":{"amount":"99.0","currencyCode":"EUR"}},
           "featuredMedia":null}],
          "pageInfo":{"hasNextPage":false,"endCursor":null}}}}
        """;

    private const string Detail = """
        {"data":{"product":{"id":"gid://shopify/Product/1","handle":"hoodie","title":"Hoodie","vendor":"Acme","descriptionHtml":"<p>Warm</p>",
          "status":"SOMETHING_NEW","onlineStoreUrl":null,"hasOnlyDefaultVariant":false,
          "priceRangeV2":{"minVariantPrice":{"amount":"20.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"25.5","currencyCode":"EUR"}},
          "options":[{"name":"Size","optionValues":[{"name":"S"},{"name":"M"}]}],
          "media":{"nodes":[{"alt":"front","preview":{"image":{"url":"https://cdn.example/1.jpg"}}},{"alt":null,"preview":null}]},
          "variants":{"nodes":[
            {"id":"gid://shopify/ProductVariant/11","title":"S","sku":"H-S","price":"20.00","compareAtPrice":"30.00","availableForSale":true,
             "inventoryPolicy":"DENY","sellableOnlineQuantity":3,"inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Size","value":"S"}],
             "media":{"nodes":[{"preview":{"image":{"url":"https://cdn.example/s.jpg"}}}]}},
            {"id":"gid://shopify/ProductVariant/12","title":"M","sku":"","price":"25.50","compareAtPrice":"0.00","availableForSale":true,
             "inventoryPolicy":"CONTINUE","sellableOnlineQuantity":0,"inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Size","value":"M"}],"media":{"nodes":[]}},
            {"id":"gid://shopify/ProductVariant/13","title":"L","sku":null,"price":"25.50","compareAtPrice":null,"availableForSale":false,
             "inventoryPolicy":"DENY","sellableOnlineQuantity":0,"inventoryItem":{"tracked":false},"selectedOptions":null,"media":null}],
           "pageInfo":{"hasNextPage":true,"endCursor":"x"}}}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetProducts_MapsPricesAndPictures()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page);

        var page = await fixture.Admin.GetProductsAsync(new ProductQuery(), Token);

        Assert.False(page.HasNextPage);
        var hoodie = page.Items[0];
        Assert.Equal(new MoneyV2(20.0m, "EUR"), hoodie.PriceMin);
        Assert.Equal(new MoneyV2(25.5m, "EUR"), hoodie.PriceMax);
        Assert.Equal(new MoneyV2(30m, "EUR"), hoodie.CompareAtPriceMin);
        Assert.Null(hoodie.CompareAtPriceMax);
        Assert.Equal("https://cdn.example/1.jpg?v=3", hoodie.ImageUrl);
        Assert.Equal(-2, hoodie.TotalInventory);
        Assert.Equal(6, hoodie.VariantsCount);
        var mug = page.Items[1];
        Assert.Equal(new MoneyV2(9m, "USD"), mug.PriceMin);
        Assert.Null(mug.CompareAtPriceMin);
        Assert.Null(mug.ImageUrl);
        Assert.True(mug.HasOnlyDefaultVariant);
    }

    [Theory]
    [InlineData("true", "{\"amount\":\"26.67\",\"currencyCode\":\"EUR\"}", "{\"quantityValue\":750.0,\"quantityUnit\":\"ML\",\"referenceValue\":1,\"referenceUnit\":\"L\"}", true)]
    [InlineData("false", "{\"amount\":\"26.67\",\"currencyCode\":\"EUR\"}", "{\"quantityValue\":750.0,\"quantityUnit\":\"ML\",\"referenceValue\":1,\"referenceUnit\":\"L\"}", false)]
    [InlineData("true", "null", "{\"quantityValue\":750.0,\"quantityUnit\":\"ML\",\"referenceValue\":1,\"referenceUnit\":\"L\"}", false)]
    [InlineData("true", "{\"amount\":\"26.67\",\"currencyCode\":\"EUR\"}", "null", false)]
    [InlineData("true", "{\"amount\":\"26.67\",\"currencyCode\":\"EUR\"}", "{\"quantityValue\":750.0,\"quantityUnit\":null,\"referenceValue\":1,\"referenceUnit\":null}", false)]
    public async Task GetProduct_UnitPrice_IsThereWholeOrNotAtAll(string isShown, string price, string measurement, bool expected)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Detail.Replace("\"price\":\"20.00\"", $"\"price\":\"20.00\",\"showUnitPrice\":{isShown},\"unitPrice\":{price},\"unitPriceMeasurement\":{measurement}", StringComparison.Ordinal));

        var product = await fixture.Admin.GetProductAsync("gid://shopify/Product/1", Token);

        Assert.Equal(expected ? (new MoneyV2(26.67m, "EUR"), new UnitPriceMeasurement(750, "ML", 1, "L")) : (null, null), (product!.Variants[0].UnitPrice, product.Variants[0].UnitPriceMeasurement));
        Assert.Null(product.Variants[1].UnitPrice);
    }

    [Fact]
    public async Task GetProducts_Default_AsksOnlyForWhatAShopperMaySee()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page);

        await fixture.Admin.GetProductsAsync(new ProductQuery(), Token);

        var variables = fixture.Stub.Requests[0].Variables;
        Assert.Equal("status:active published_status:published", variables.GetProperty("query").GetString());
        Assert.Equal("TITLE", variables.GetProperty("sortKey").GetString());
        Assert.False(variables.GetProperty("withCountry").GetBoolean());
        Assert.False(variables.TryGetProperty("after", out _));
        Assert.False(variables.TryGetProperty("country", out _));
    }

    [Fact]
    public async Task GetProducts_SearchInACollection_JoinsAllConditions()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page);

        await fixture.Admin.GetProductsAsync(
            new ProductQuery { First = 5, After = "c1", CollectionId = "gid://shopify/Collection/42", Search = ShopifySearch.Words("green: hoodie"), Country = "de" }, Token);

        var variables = fixture.Stub.Requests[0].Variables;
        Assert.Equal("status:active published_status:published collection_id:42 green hoodie*", variables.GetProperty("query").GetString());
        Assert.Equal("RELEVANCE", variables.GetProperty("sortKey").GetString());
        Assert.Equal("DE", variables.GetProperty("country").GetString());
        Assert.True(variables.GetProperty("withCountry").GetBoolean());
        Assert.Equal("c1", variables.GetProperty("after").GetString());
    }

    [Fact]
    public async Task GetProducts_HiddenOnesIncluded_SendsNoCondition()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Page);

        await fixture.Admin.GetProductsAsync(new ProductQuery { IncludeHidden = true }, Token);

        Assert.False(fixture.Stub.Requests[0].Variables.TryGetProperty("query", out _));
    }

    [Fact]
    public async Task GetProducts_WrongInput_SendsNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fixture.Admin.GetProductsAsync(new ProductQuery { First = 251 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Admin.GetProductsAsync(new ProductQuery { CollectionId = "hats OR 1" }, Token));
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task GetProduct_MapsOptionsPicturesAndVariants()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Detail);

        var product = await fixture.Admin.GetProductAsync("gid://shopify/Product/1", Token);

        Assert.NotNull(product);
        Assert.Equal(new ProductStatus("SOMETHING_NEW"), product.Status);
        Assert.Equal(["S", "M"], Assert.Single(product.Options).Values);
        Assert.Equal(new ProductImage("https://cdn.example/1.jpg", "front"), Assert.Single(product.Images));
        Assert.True(product.HasMoreVariants);
        Assert.Null(product.OnlineStoreUrl);
        Assert.Equal(new PriceRange(new MoneyV2(20m, "EUR"), new MoneyV2(25.5m, "EUR")), product.PriceRange);
        Assert.Equal(3, product.Variants.Count);
    }

    [Fact]
    public async Task GetProduct_VariantStock_IsALimitOnlyWhenTrackedAndDenied()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Detail);

        var variants = (await fixture.Admin.GetProductAsync("gid://shopify/Product/1", Token))!.Variants;

        Assert.Equal(3, variants[0].SellableOnlineQuantity);
        Assert.Equal(20m, variants[0].Price);
        Assert.Equal(30m, variants[0].CompareAtPrice);
        Assert.Equal("https://cdn.example/s.jpg", variants[0].ImageUrl);
        Assert.Equal(new SelectedOption("Size", "S"), Assert.Single(variants[0].SelectedOptions));
        Assert.Null(variants[1].SellableOnlineQuantity);
        Assert.Null(variants[1].CompareAtPrice);
        Assert.Null(variants[1].Sku);
        Assert.Null(variants[2].SellableOnlineQuantity);
        Assert.False(variants[2].AvailableForSale);
    }

    [Theory]
    [InlineData("""{"data":{"product":null}}""")]
    [InlineData("""{"data":{"product":null},"errors":[{"message":"Invalid id: gid://shopify/Order/1","path":["product"],"extensions":{"code":"RESOURCE_NOT_FOUND"}}]}""")]
    public async Task GetProduct_UnknownOrOfAnotherType_IsNull(string json)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(json);

        Assert.Null(await fixture.Admin.GetProductAsync("gid://shopify/Product/404", Token));
    }
}
