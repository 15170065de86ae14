using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace AotSmoke;

/// <summary>One typed GraphQL call and one webhook check.</summary>
internal static class ShopifySmoke
{
    public static async Task RunAsync(PlatformStub platforms)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddShopifyClient(options => options.BaseUrl = platforms.Url);
        await using var provider = services.BuildServiceProvider();
        var admin = provider.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop.myshopify.com"), "smoke-token"));

        var page = await admin.GetProductsAsync(new ProductQuery { First = 5, Search = ShopifySearch.Words("lamp") });
        Smoke.Check(page.Items.Count == 0, "an empty page was read as something else");

        var body = Encoding.UTF8.GetBytes("""{"id":1}""");
        var header = Convert.ToBase64String(HMACSHA256.HashData("secret"u8, body));
        Smoke.Check(ShopifyWebhookSignature.Verify(body, header, ["secret"]), "a right webhook was refused");
        Smoke.Check(!ShopifyWebhookSignature.Verify(body, header, ["other"]), "a wrong webhook was taken");
    }
}
