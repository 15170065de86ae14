using System.Globalization;
using System.Text;
using Shopify.Client.Tests.Support;
using ShopBot.TestSupport.Mutations;

namespace Shopify.Client.Tests.Errors;

/// <summary>Whatever stands where an answer of Shopify should be is read, or refused with one of the client's own exceptions. <c>SHOPBOT_LONG=1</c> tries more, <c>SHOPBOT_SEED</c> begins elsewhere.</summary>
public sealed class MutatedAnswerTests
{
    private const string Page = """
        {"data":{"products":{"nodes":[{"id":"gid://shopify/Product/1","handle":"hoodie","title":"Hoodie","description":"","status":"ACTIVE","totalInventory":3,"hasOnlyDefaultVariant":false,"variantsCount":{"count":12},
         "priceRangeV2":{"minVariantPrice":{"amount":"20.0","currencyCode":"EUR"},"maxVariantPrice":{"amount":"20.0","currencyCode":"EUR"}},"compareAtPriceRange":null,"featuredMedia":null,
         "media":{"nodes":[{"alt":"front","preview":{"image":{"url":"https://cdn.example/1.jpg"}}},{"alt":"film","preview":{"image":null}},null]},
         "variants":{"nodes":[{"id":"gid://shopify/ProductVariant/11","title":"S","sku":"H-S","price":"20.00","compareAtPrice":null,"availableForSale":true,"inventoryPolicy":"DENY",
            "sellableOnlineQuantity":3,"inventoryItem":{"tracked":true},"selectedOptions":[{"name":"Size","value":"S"}],"media":{"nodes":[]}}],"pageInfo":{"hasNextPage":true}}}],
         "pageInfo":{"hasNextPage":true,"endCursor":"abc"}}},
         "extensions":{"cost":{"requestedQueryCost":16,"actualQueryCost":12,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1984,"restoreRate":100.0}}}}
        """;

    private const int AnswersPerTry = 8;
    private static readonly int Tries = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1" ? 20_000 : 400;
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("SHOPBOT_SEED") ?? "1", CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_answer_is_read_or_refused()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var (read, refused) = (0, 0);
        foreach (var seed in Enumerable.Range(FirstSeed, Tries))
        {
            var damaged = Encoding.UTF8.GetString(new Mutator(seed).Json(Encoding.UTF8.GetBytes(Page)));
            for (var i = 0; i < AnswersPerTry; i++)
                fixture.Stub.Answers(damaged);
            try
            {
                var page = await fixture.Admin.GetProductsAsync(new() { First = 20, Images = 2, Variants = 4 }, Token);
                Assert.NotNull(page.Items);
                read++;
            }
            catch (ShopifyException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e}");
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }
}
