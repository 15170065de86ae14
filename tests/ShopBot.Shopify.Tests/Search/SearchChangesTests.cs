using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.Shopify.Tests.Search;

/// <summary>Webhooks keep the index up with the shop, in whatever order they come.</summary>
public sealed class SearchChangesTests : IAsyncLifetime
{
    private ExportShop _shop = null!;
    private ServiceProvider _host = null!;

    private DateTimeOffset Later => _shop.Time.GetUtcNow().AddMinutes(10);

    public async ValueTask InitializeAsync()
    {
        _shop = await ExportShop.StartAsync(ExportShop.Large(5, 2));
        _host = _shop.AddHost();
        await _shop.ExportAsync(_host);
    }

    public async ValueTask DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_new_product_is_found()
    {
        await _shop.TellAsync(_host, "products/create", Payload(900, "Hammock striped", Later));

        var card = Assert.Single(await _shop.SearchAsync("hamock"));
        Assert.Equal(("gid://shopify/Product/900", "Hammock striped", 12.50m, "EUR", true, true), (card.Id, card.Title, card.LowestPrice.Amount, card.LowestPrice.Currency, card.PricesDiffer, card.Available));
    }

    [Fact]
    public async Task A_change_is_found_and_an_older_one_that_comes_late_is_not()
    {
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Hammock striped", Later));
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Deckchair", Later.AddMinutes(-5)));

        Assert.Single(await _shop.SearchAsync("hammock"));
        Assert.Empty(await _shop.SearchAsync("deckchair"));
    }

    [Fact]
    public async Task A_deleted_product_is_gone_and_late_news_do_not_bring_it_back()
    {
        Assert.Single(await _shop.SearchAsync("number1"));
        await _shop.TellAsync(_host, "products/delete", new { id = 1_000_001 }, Later);
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Green shirt number1", Later.AddMinutes(-5)));

        Assert.Empty(await _shop.SearchAsync("number1"));
    }

    [Theory]
    [InlineData("draft", true)]
    [InlineData("archived", true)]
    [InlineData("active", false)]
    public async Task What_shoppers_may_not_see_any_more_is_gone_until_they_may(string status, bool isPublished)
    {
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Green shirt number1", Later, status, isPublished));
        Assert.Empty(await _shop.SearchAsync("number1"));

        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Green shirt number1", Later.AddMinutes(1)));
        Assert.Single(await _shop.SearchAsync("number1"));
    }

    [Fact]
    public async Task A_delivery_that_does_not_say_whether_there_is_stock_has_the_product_read_again()
    {
        // The shop itself says that it is for sale, and at what price.
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Another title", Later, stock: 0));

        var card = Assert.Single(await _shop.SearchAsync("number1"));
        Assert.Equal((11m, true), (card.LowestPrice.Amount, card.Available));
    }

    [Fact]
    public async Task A_delivery_about_a_product_that_is_gone_meanwhile_removes_it()
    {
        _shop.Shop.DeleteProduct("product-1");
        await _shop.TellAsync(_host, "products/update", Payload(1_000_001, "Green shirt number1", Later, stock: 0));

        Assert.Empty(await _shop.SearchAsync("number1"));
    }

    private static object Payload(long id, string title, DateTimeOffset updatedAt, string status = "active", bool isPublished = true, int stock = 3) => new
    {
        id,
        admin_graphql_api_id = $"gid://shopify/Product/{id}",
        title,
        body_html = "<p>For the garden</p>",
        vendor = "Maker",
        product_type = "Garden",
        tags = "outdoor, summer",
        status,
        published_at = isPublished ? "2026-01-01T00:00:00Z" : null,
        updated_at = updatedAt,
        variants = new[]
        {
            new { id = (id * 10) + 1, title = "Red", price = "12.50", sku = "H-1", inventory_policy = "deny", inventory_quantity = stock },
            new { id = (id * 10) + 2, title = "Blue", price = "14.50", sku = "H-2", inventory_policy = "deny", inventory_quantity = stock },
        },
    };
}
