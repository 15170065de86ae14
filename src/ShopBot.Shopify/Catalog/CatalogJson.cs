using System.Text.Json.Serialization;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopify.Catalog;

/// <summary>How catalogue entries are written into a cache that other processes read.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CatalogPage<CollectionCard>))]
[JsonSerializable(typeof(CatalogPage<ProductCard>))]
[JsonSerializable(typeof(Found<ProductDetails>))]
[JsonSerializable(typeof(TranslatedTexts))]
[JsonSerializable(typeof(PublishedLocales))]
[JsonSerializable(typeof(TranslatedOptionTexts))]
[JsonSerializable(typeof(SoldCountries))]
[JsonSerializable(typeof(MarketPrices))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    public static IEnumerable<CachedType> Types =>
    [
        CachedType.Of(Default.CatalogPageCollectionCard), CachedType.Of(Default.CatalogPageProductCard), CachedType.Of(Default.FoundProductDetails), CachedType.Of(Default.TranslatedTexts), CachedType.Of(Default.PublishedLocales),
        CachedType.Of(Default.TranslatedOptionTexts), CachedType.Of(Default.SoldCountries), CachedType.Of(Default.MarketPrices),
    ];
}
