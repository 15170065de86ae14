using ShopBot.Shopping.Localization;

namespace ShopBot.Shopify.Search;

/// <summary>What is asked for of every product that a shopper may see.</summary>
internal static class ExportQuery
{
    /// <summary>How the fields with translations begin.</summary>
    public const string TranslationsPrefix = "texts";

    /// <summary>For shops that granted <c>read_translations</c>.</summary>
    public static string WithTranslations { get; } = Text(string.Join(' ', ShopLanguages.All.Select((locale, i) => $"{TranslationsPrefix}{i}: translations(locale: \"{locale}\") {{ key value }}")));

    public static string Plain { get; } = Text("");

    private static string Text(string more) =>
        $$"""
        {
          products(query: "status:active published_status:published") {
            edges {
              node {
                id
                title
                description
                vendor
                productType
                tags
                updatedAt
                priceRangeV2 {
                  minVariantPrice { amount currencyCode }
                  maxVariantPrice { amount currencyCode }
                }
                {{more}}
                variants {
                  edges {
                    node {
                      id
                      title
                      sku
                      availableForSale
                    }
                  }
                }
              }
            }
          }
        }
        """;
}
