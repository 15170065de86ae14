using System.ComponentModel;
using ShopBot.Shopify.Descriptions;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopify.Catalog;

/// <summary>A product or collection in another language.</summary>
internal sealed record TranslatedText(string Id, string? Title, string? DescriptionHtml)
{
    private const int MaxDescription = 700;
    private const int MaxLine = 200;

    /// <summary>The description on one line; null when it is not translated.</summary>
    public string? PlainDescription() => DescriptionHtml is null ? null : WhatsAppText.FromHtml(DescriptionHtml, MaxLine).ReplaceLineEndings(" ");

    /// <summary>The product with what is translated.</summary>
    public ProductDetails In(ProductDetails product, string shopAddress) => product with
    {
        Title = Title ?? product.Title,
        Description = DescriptionHtml is null ? product.Description : WhatsAppText.FromHtml(DescriptionHtml, MaxDescription, new Uri(shopAddress)),
        Variants = Title is null ? product.Variants : [.. product.Variants.Select(variant => variant with { ProductTitle = Title })],
    };
}

/// <summary>Translations as they are cached.</summary>
[ImmutableObject(true)]
internal sealed record TranslatedTexts(IReadOnlyList<TranslatedText> Items);

/// <summary>Languages a shop is translated into, as they are cached.</summary>
[ImmutableObject(true)]
internal sealed record PublishedLocales(IReadOnlyList<string> Items);
