using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads products straight into the public models, without the shapes in between that rarer answers go through.</summary>
internal static class ProductReader
{
    /// <summary>Reads one product of a list, the reader standing at its opening brace.</summary>
    public static ProductSummary ReadSummary(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        string? id = null, handle = null, title = null, description = null, status = null, image = null;
        int? inventory = null, variantsCount = null;
        bool? onlyDefault = null;
        PriceRange? price = null, marketPrice = null;
        (MoneyV2? Min, MoneyV2? Max) before = default;
        IReadOnlyList<ProductImage> images = [];
        Page<ProductVariant>? variants = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("id"u8))
                id = json.Text();
            else if (json.ValueTextEquals("handle"u8))
                handle = json.Text();
            else if (json.ValueTextEquals("title"u8))
                title = json.Text();
            else if (json.ValueTextEquals("description"u8))
                description = json.Text();
            else if (json.ValueTextEquals("status"u8))
                status = json.Text(texts);
            else if (json.ValueTextEquals("totalInventory"u8))
                inventory = json.Integer();
            else if (json.ValueTextEquals("hasOnlyDefaultVariant"u8))
                onlyDefault = json.Flag();
            else if (json.ValueTextEquals("variantsCount"u8))
                variantsCount = ReadCount(ref json);
            else if (json.ValueTextEquals("priceRangeV2"u8))
                price = PriceReader.ReadRange(ref json, texts);
            else if (json.ValueTextEquals("compareAtPriceRange"u8))
                before = PriceReader.ReadCompareAt(ref json, texts);
            else if (json.ValueTextEquals("contextualPricing"u8))
                marketPrice = PriceReader.ReadContextual(ref json, texts);
            else if (json.ValueTextEquals("featuredMedia"u8))
                image = json.EnterObject() ? MediaReader.Read(ref json).Url : null;
            else if (json.ValueTextEquals("media"u8))
                images = MediaReader.ReadImages(ref json);
            else if (json.ValueTextEquals("variants"u8))
                variants = ConnectionReader.Read(ref json, texts, VariantReader.Read);
            else
                json.SkipField();
        }

        var prices = marketPrice ?? Needed(price, "priceRangeV2");
        return new()
        {
            Id = Needed(id, "id"),
            Handle = Needed(handle, "handle"),
            Title = Needed(title, "title"),
            Description = description ?? string.Empty,
            Status = new(status ?? string.Empty),
            PriceMin = prices.Min,
            PriceMax = prices.Max,
            CompareAtPriceMin = SaleReference(before.Min, prices.Min),
            CompareAtPriceMax = SaleReference(before.Max, prices.Max),
            ImageUrl = image,
            Images = images,
            HasOnlyDefaultVariant = onlyDefault ?? false,
            TotalInventory = inventory ?? 0,
            VariantsCount = variantsCount ?? 0,
            Variants = variants?.Items ?? [],
            HasMoreVariants = variants?.HasNextPage ?? false,
        };
    }

    /// <summary>Reads a product with everything a shopper chooses from, the reader standing at its opening brace.</summary>
    public static Product ReadDetail(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        string? id = null, handle = null, title = null, vendor = null, type = null, html = null, status = null, url = null;
        bool? onlyDefault = null, sellingPlan = null;
        PriceRange? price = null;
        IReadOnlyList<string> tags = [];
        IReadOnlyList<ProductOption> options = [];
        IReadOnlyList<ProductImage> images = [];
        Page<ProductVariant>? variants = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("id"u8))
                id = json.Text();
            else if (json.ValueTextEquals("handle"u8))
                handle = json.Text();
            else if (json.ValueTextEquals("title"u8))
                title = json.Text();
            else if (json.ValueTextEquals("vendor"u8))
                vendor = json.Text();
            else if (json.ValueTextEquals("productType"u8))
                type = json.Text();
            else if (json.ValueTextEquals("tags"u8))
                tags = OptionReader.ReadTexts(ref json);
            else if (json.ValueTextEquals("descriptionHtml"u8))
                html = json.Text();
            else if (json.ValueTextEquals("status"u8))
                status = json.Text();
            else if (json.ValueTextEquals("onlineStoreUrl"u8))
                url = json.Text();
            else if (json.ValueTextEquals("hasOnlyDefaultVariant"u8))
                onlyDefault = json.Flag();
            else if (json.ValueTextEquals("requiresSellingPlan"u8))
                sellingPlan = json.Flag();
            else if (json.ValueTextEquals("priceRangeV2"u8))
                price = PriceReader.ReadRange(ref json, texts);
            else if (json.ValueTextEquals("options"u8))
                options = OptionReader.ReadOptions(ref json, texts);
            else if (json.ValueTextEquals("media"u8))
                images = MediaReader.ReadImages(ref json);
            else if (json.ValueTextEquals("variants"u8))
                variants = ConnectionReader.Read(ref json, texts, VariantReader.Read);
            else
                json.SkipField();
        }

        return new()
        {
            Id = Needed(id, "id"),
            Handle = Needed(handle, "handle"),
            Title = Needed(title, "title"),
            Vendor = vendor ?? string.Empty,
            ProductType = type ?? string.Empty,
            Tags = tags,
            DescriptionHtml = html ?? string.Empty,
            Status = new(status ?? string.Empty),
            Options = options,
            Images = images,
            Variants = variants?.Items ?? [],
            HasMoreVariants = variants?.HasNextPage ?? false,
            HasOnlyDefaultVariant = onlyDefault ?? false,
            RequiresSellingPlan = sellingPlan ?? false,
            OnlineStoreUrl = url,
            PriceRange = Needed(price, "priceRangeV2"),
        };
    }

    private static int? ReadCount(ref Utf8JsonReader json)
    {
        int? count = null;
        if (!json.EnterObject())
            return count;
        while (json.NextField())
        {
            if (json.ValueTextEquals("count"u8))
                count = json.Integer();
            else
                json.SkipField();
        }

        return count;
    }

    private static T Needed<T>(T? value, string field)
        where T : class => value ?? throw new JsonException($"The product lacks '{field}'.");

    // Merchants leave old or zero values behind; only a higher price in the same currency is a sale.
    private static MoneyV2? SaleReference(MoneyV2? before, MoneyV2 price) =>
        before is not null && before.CurrencyCode == price.CurrencyCode && before.Amount > price.Amount ? before : null;
}
