using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client;

[JsonConverter(typeof(ProductsPageConverter))]
internal sealed record ProductsPageData(Page<ProductSummary>? Products);

[JsonConverter(typeof(ProductDetailConverter))]
internal sealed record ProductDetailData(Product? Product);

/// <summary>The pages of a connection below one parent, which is null when there is no such parent.</summary>
[JsonConverter(typeof(VariantsOfProductConverter))]
internal sealed record VariantsOfProductData(Page<ProductVariant>? Variants);

internal sealed class ProductsPageConverter : DataConverter<ProductsPageData>
{
    protected override ProductsPageData ReadData(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        Page<ProductSummary>? products = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("products"u8))
                products = ConnectionReader.Read(ref json, texts, ProductReader.ReadSummary);
            else
                json.SkipField();
        }

        return new(products);
    }
}

internal sealed class ProductDetailConverter : DataConverter<ProductDetailData>
{
    protected override ProductDetailData ReadData(ref Utf8JsonReader json, RepeatedTexts texts)
    {
        Product? product = null;
        while (json.NextField())
        {
            if (!json.ValueTextEquals("product"u8))
                json.SkipField();
            else if (json.EnterObject())
                product = ProductReader.ReadDetail(ref json, texts);
        }

        return new(product);
    }
}

internal sealed class VariantsOfProductConverter : DataConverter<VariantsOfProductData>
{
    protected override VariantsOfProductData ReadData(ref Utf8JsonReader json, RepeatedTexts texts) =>
        new(ConnectionReader.ReadBelow(ref json, texts, "product"u8, "variants"u8, VariantReader.Read));
}
