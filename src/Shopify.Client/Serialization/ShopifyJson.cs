using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client;

/// <summary>All JSON of the package. Shopify writes decimals and 64-bit numbers as text, so text is accepted where a number is expected.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(NoVariables))]
[JsonSerializable(typeof(ShopInfoData))]
[JsonSerializable(typeof(CollectionsPageVariables))]
[JsonSerializable(typeof(CollectionsPageData))]
[JsonSerializable(typeof(ProductsPageVariables))]
[JsonSerializable(typeof(ProductsPageData))]
[JsonSerializable(typeof(ProductDetailVariables))]
[JsonSerializable(typeof(ProductDetailData))]
[JsonSerializable(typeof(VariantsByIdsVariables))]
[JsonSerializable(typeof(VariantsByIdsData))]
[JsonSerializable(typeof(WebhookCreateVariables))]
[JsonSerializable(typeof(WebhookCreateData))]
[JsonSerializable(typeof(CartCreateVariables))]
[JsonSerializable(typeof(CartCreateData))]
internal sealed partial class ShopifyJson : JsonSerializerContext;
