namespace ShopBot.Shopify.Search;

/// <summary>What is asked for of every product that a shopper may see.</summary>
internal static class ExportQuery
{
    public const string Text =
        """
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
