using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;

namespace Snippets.Shopify;

internal static class Calling
{
    public static async Task CallAsync(IServiceCollection services, ShopifyClient client, string accessToken)
    {
        #region call
        services.AddShopifyClient(options => options.ApiVersion = "2026-10");

        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop.myshopify.com"), accessToken);
        var admin = client.Admin(shop);                                     // client: ShopifyClient, injected

        var page = await admin.GetProductsAsync(new ProductQuery { First = 10, Search = ShopifySearch.Words("green hoodie") });
        var product = await admin.GetProductAsync(page.Items[0].Id);

        var result = await client.Storefront(shop).CreateCartAsync(new CartInput
        {
            Lines = [new CartLineInput(product!.Variants[0].Id, 1)],
            Attributes = [new CartAttribute("chat_ref", "c_42")],
        });
        // result.Cart.CheckoutUrl goes to the shopper; result.Warnings says what was out of stock, result.UserErrors what was refused.
        #endregion
    }

    public static async Task OwnOperationAsync(ShopifyAdmin admin)
    {
        #region own-operation
        var operation = new ShopifyOperation<TagVariables, TagData>(
            "query Tags($first: Int!) { productTags(first: $first) { nodes } }", "Tags",
            MyJson.Default.TagVariables, MyJson.Default.TagData);
        ShopifyResponse<TagData> answer = await admin.ExecuteAsync(operation, new TagVariables(10));
        #endregion
    }
}

internal sealed record TagVariables(int First);

internal sealed record TagData(TagNodes? ProductTags);

internal sealed record TagNodes(IReadOnlyList<string>? Nodes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TagVariables))]
[JsonSerializable(typeof(TagData))]
internal sealed partial class MyJson : JsonSerializerContext;
