using System.Text.Json.Nodes;
using Shopify.Emulator.Tests.Documents;

namespace Shopify.Emulator.Tests.Graph;

/// <summary>Orders called off through the API, and what an app reads of translations.</summary>
public sealed class OrderCancelTests
{
    private const string Cancel = """
        mutation OrderCancel($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!) {
          orderCancel(orderId: $orderId, reason: $reason, restock: $restock) { job { id done } orderCancelUserErrors { field message code } userErrors { field message } }
        }
        """;

    [Fact]
    public async Task Order_is_cancelled_once()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var order = await s.BuyAsync();

        Assert.NotNull((await CancelAsync(s, order.Id))["job"]);
        Assert.NotNull(s.Shop.Shop.Orders.Single(one => one.Id == order.Id).CancelledAt);
        Assert.Equal("INVALID", Code(await CancelAsync(s, order.Id)));
        Assert.Equal("NOT_FOUND", Code(await CancelAsync(s, 999)));
    }

    [Fact]
    public async Task Order_of_which_a_parcel_has_left_is_not_cancelled()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        var order = await s.BuyAsync();
        s.Shop.Shop.Fulfill(order.Id, "DHL", "JJD1", "https://track.example.com/JJD1", new Dictionary<long, int> { [order.Lines[0].Id] = 1 });

        Assert.Equal("INVALID", Code(await CancelAsync(s, order.Id)));
        Assert.Null(s.Shop.Shop.Orders.Single(one => one.Id == order.Id).CancelledAt);
    }

    [Fact]
    public async Task Translations_of_several_products_are_read_at_once()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());

        var answer = await s.Shop.AdminAsync(
            "query TranslationsByIds($ids: [ID!]!, $locale: String!) { nodes(ids: $ids) { ... on Product { id translations(locale: $locale) { key value } } ... on Collection { id translations(locale: $locale) { key value } } } }",
            new { ids = new[] { s.ProductId("morning-mug"), s.ProductId("halo-mirror") }, locale = "de" });

        Assert.Null(answer["errors"]);
        // One of the two is translated.
        Assert.InRange(answer["data"]!["nodes"]!.AsArray().Count(node => node!["translations"]!.AsArray().Any(text => (string?)text!["key"] == "title")), 1, 2);
    }

    private static async Task<JsonNode> CancelAsync(Scenario s, long order)
    {
        var answer = await s.Shop.AdminAsync(Cancel, new { orderId = $"gid://shopify/Order/{order}", reason = "CUSTOMER", restock = true });
        Assert.Null(answer["errors"]);
        return answer["data"]!["orderCancel"]!;
    }

    private static string? Code(JsonNode payload) => (string?)payload["orderCancelUserErrors"]![0]!["code"];
}
