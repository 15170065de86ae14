using System.Globalization;
using System.Text.Json;
using ShopBot.Shopify.Descriptions;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Search;

/// <summary>From Shopify's shapes to what the index takes.</summary>
internal static class SearchMapping
{
    private const string NoOptions = "Default Title";
    private const int MaxDescription = 4_000;

    /// <summary>A product of the export; null for a line that is none, or one without anything to buy.</summary>
    public static SearchableProduct? ToProduct(BulkObject line, DateTimeOffset seenAt)
    {
        var json = line.Json;
        if (line.Id?.StartsWith("gid://shopify/Product/", StringComparison.Ordinal) != true || line.ParentId is not null || line.Children.Count == 0)
            return null;
        if (Price(json, "minVariantPrice") is not { } lowest || Price(json, "maxVariantPrice") is not { } highest)
            return null;
        var variants = line.Children.Select(child => child.Json).ToList();
        return new SearchableProduct
        {
            ProductId = line.Id,
            Title = Text(json, "title"),
            OtherTitles = Translations(json),
            Keywords = [Text(json, "vendor"), Text(json, "productType"), .. Tags(json), .. variants.SelectMany(static variant => Words(Text(variant, "title"), Text(variant, "sku")))],
            Description = Cut(Text(json, "description")),
            LowestPrice = lowest,
            PricesDiffer = lowest != highest,
            Available = variants.Exists(static variant => variant.TryGetProperty("availableForSale", out var available) && available.ValueKind == JsonValueKind.True),
            ChangedAt = DateTimeOffset.TryParse(Text(json, "updatedAt"), CultureInfo.InvariantCulture, out var at) ? at : seenAt,
            SeenAt = seenAt,
        };
    }

    /// <summary>A product as a webhook tells of it; null when that does not say enough, and it has to be read again.</summary>
    public static SearchableProduct? ToProduct(ProductPayload payload, string id, string? currency, DateTimeOffset seenAt)
    {
        var variants = payload.Variants;
        var prices = variants.Select(static variant => variant.Price).OfType<decimal>().ToList();
        // A delivery holds the first variants of many; and stock that is not counted reads as none.
        var isWhole = payload.VariantGids.Count <= variants.Count && prices.Count == variants.Count && prices.Count > 0;
        if (!isWhole || currency is null || payload.UpdatedAt is not { } changedAt || !variants.Any(static variant => variant.InventoryPolicy == "continue" || variant.InventoryQuantity > 0))
            return null;
        return new SearchableProduct
        {
            ProductId = id,
            Title = payload.Title ?? "",
            Keywords = [payload.Vendor ?? "", payload.ProductType ?? "", .. payload.Tags, .. variants.SelectMany(static variant => Words(variant.Title ?? "", variant.Sku ?? ""))],
            Description = PlainDescription(payload.BodyHtml),
            LowestPrice = new Money(prices.Min(), currency),
            PricesDiffer = prices.Min() != prices.Max(),
            Available = true,
            ChangedAt = changedAt,
            SeenAt = seenAt,
        };
    }

    /// <summary>A product that was read again.</summary>
    public static SearchableProduct ToProduct(Product product, DateTimeOffset changedAt, DateTimeOffset seenAt) => new()
    {
        ProductId = product.Id,
        Title = product.Title,
        Keywords =
        [
            product.Vendor, product.ProductType, .. product.Tags, .. product.Variants.SelectMany(static variant => Words(variant.Title, variant.Sku ?? "")),
        ],
        Description = PlainDescription(product.DescriptionHtml),
        LowestPrice = new Money(product.PriceRange.Min.Amount, product.PriceRange.Min.CurrencyCode),
        PricesDiffer = product.PriceRange.Min != product.PriceRange.Max,
        Available = product.HasMoreVariants || product.Variants.Any(static variant => variant.AvailableForSale),
        ChangedAt = changedAt,
        SeenAt = seenAt,
    };

    private static string PlainDescription(string? html) => html is null ? "" : WhatsAppText.FromHtml(html, MaxDescription, null);

    private static IEnumerable<string> Words(string title, string sku) => title == NoOptions ? [sku] : [title, sku];

    private static IEnumerable<string> Tags(JsonElement json) => json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
        ? tags.EnumerateArray().Where(static tag => tag.ValueKind == JsonValueKind.String).Select(static tag => tag.GetString()!)
        : [];

    /// <summary>Titles in other languages; null when they were not asked for.</summary>
    private static List<string>? Translations(JsonElement json)
    {
        var fields = json.EnumerateObject().Where(static field => field.Name.StartsWith(ExportQuery.TranslationsPrefix, StringComparison.Ordinal)).ToList();
        return fields.Count == 0 ? null : [.. fields.Select(static field => field.Value)
            .Where(static texts => texts.ValueKind == JsonValueKind.Array)
            .SelectMany(static texts => texts.EnumerateArray())
            .Where(static text => Text(text, "key") == "title")
            .Select(static text => Text(text, "value"))];
    }

    private static Money? Price(JsonElement json, string name) =>
        json.TryGetProperty("priceRangeV2", out var range) && range.ValueKind == JsonValueKind.Object && range.TryGetProperty(name, out var price)
        && decimal.TryParse(Text(price, "amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, Text(price, "currencyCode"))
            : null;

    private static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Cut(string text) => text.Length <= MaxDescription ? text : text[..MaxDescription];
}
