using System.Globalization;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Tests.Support;
using WhatsApp.Client;

namespace ShopBot.Shopping.Tests;

public sealed class BrowseTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task Browsing_goes_from_collections_to_products_to_a_product()
    {
        _shop.Collections.Add(new CollectionCard("gid://shopify/Collection/1", "Mugs", "For coffee and tea"));
        _shop.Add("Blue mug", 12.5m);
        var chat = await new Chat(_shop).SayAsync("hi");

        await chat.TapAsync("🛍 Browse");
        Assert.Equal(["Mugs", "All products"], chat.Titles);
        await chat.TapAsync("Mugs");
        Assert.Equal(new ProductListing(CollectionId: "gid://shopify/Collection/1"), _shop.LastListing);
        await chat.TapAsync("Blue mug");

        Assert.Equal("*Blue mug*\n€12.50\n\nA fine thing.", chat.Text);
        Assert.Equal(["Add to cart", "Quantity", "Keep shopping"], chat.Titles);
        Assert.IsType<MessageHeader.Image>(((ReplyButtonsMessage)chat.Reply).Header);
    }

    [Fact]
    public async Task Shop_without_collections_shows_its_products_and_an_empty_shop_says_so()
    {
        var chat = await new Chat(_shop).SayAsync("browse");
        Assert.Equal(["🛍 Browse", "Menu"], chat.Titles);

        _shop.Add("Blue mug", 12.5m);
        await chat.SayAsync("browse");
        Assert.Equal(["Blue mug"], chat.Titles);
    }

    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(10, 10, true)]
    [InlineData(25, 10, true)]
    public async Task List_has_at_most_ten_rows_and_the_last_may_lead_on(int products, int rows, bool hasMore)
    {
        AddProducts(products);
        var chat = await new Chat(_shop).SayAsync("browse");

        Assert.Equal(rows, chat.Choices.Count);
        Assert.Equal(hasMore, chat.Titles.Contains("More…"));
    }

    [Fact]
    public async Task More_shows_every_product_once()
    {
        AddProducts(25);
        var chat = await new Chat(_shop).SayAsync("browse");
        var seen = chat.Titles.Where(title => title != "More…").ToList();

        while (chat.Titles.Contains("More…"))
            seen.AddRange((await chat.TapAsync("More…")).Titles.Where(title => title != "More…"));

        Assert.Equal(_shop.Products.Select(product => product.Title), seen);
    }

    [Fact]
    public async Task More_of_a_list_that_is_not_the_last_one_is_stale()
    {
        AddProducts(25);
        var chat = await new Chat(_shop).SayAsync("browse");
        var old = chat.Choices[^1].Id;
        await chat.SayAsync("Product");

        await chat.TapIdAsync(old);

        Assert.Contains("older message", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_keeps_the_search()
    {
        AddProducts(25);
        var chat = await new Chat(_shop).SayAsync("hi");
        await chat.SayAsync("Product");

        await chat.TapAsync("More…");

        Assert.Equal(new ProductListing(Text: "Product"), _shop.LastListing);
        Assert.Equal("Product 10", chat.Titles.First());
    }

    [Fact]
    public async Task Search_without_result_says_so_and_offers_the_shop()
    {
        var chat = await new Chat(_shop).SayAsync("hi");

        await chat.SayAsync("unicorn");

        Assert.Contains("anything for “unicorn”", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["🛍 Browse", "Menu"], chat.Titles);
    }

    [Fact]
    public async Task Product_with_options_is_chosen_before_it_is_added()
    {
        var shirt = _shop.Add("Shirt", 20m, "Small", "Large");
        var chat = await new Chat(_shop).SayAsync("browse");

        await chat.TapAsync("Shirt");
        Assert.Contains("from €20.00", chat.Text, StringComparison.Ordinal);
        await chat.TapAsync("Choose options");
        Assert.Equal(["Small", "Large"], chat.Titles);
        await chat.TapAsync("Large");
        Assert.Equal("*Shirt – Large*\n€21.00", chat.Text);
        await chat.TapAsync("Add to cart");

        Assert.Equal(shirt.Variants[1].Id, Assert.Single(chat.State.Cart.Lines).VariantId);
    }

    [Fact]
    public async Task Many_variants_are_paged_and_sold_out_ones_say_so()
    {
        var ring = _shop.Add("Ring", 20m, [.. Enumerable.Range(1, 25).Select(i => $"Size {i}")]);
        _shop.Change(ring, variant => variant with { Available = variant.Title != "Size 3" });
        var chat = await new Chat(_shop).SayAsync("browse");
        await chat.TapAsync("Ring");
        await chat.TapAsync("Choose options");
        var seen = chat.Titles.ToList();
        while (chat.Titles.Contains("More…"))
            seen.AddRange((await chat.TapAsync("More…")).Titles);

        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"Size {i}"), seen.Where(title => title != "More…"));
    }

    [Fact]
    public async Task Options_are_asked_one_by_one_and_only_combinations_that_exist()
    {
        var shirt = _shop.AddWithOptions(
            "Shirt", 20m, [new ProductChoice("Size", ["S", "M", "L"]), new ProductChoice("Colour", ["White", "Black"]), new ProductChoice("Fit", ["Slim"])],
            "S / White / Slim", "S / Black / Slim", "L / Black / Slim");
        var chat = await new Chat(_shop).SayAsync("shirt");
        await chat.TapAsync("Shirt");

        await chat.TapAsync("Choose options");
        Assert.Equal(["S", "L"], chat.Titles);
        Assert.Contains("Please choose: Size", chat.Text, StringComparison.Ordinal);
        var size = chat.Choices[0].Id;
        await chat.TapAsync("L");
        Assert.StartsWith("*Shirt – L / Black / Slim*", chat.Text, StringComparison.Ordinal);
        await chat.TapIdAsync(size);
        Assert.Equal(["White", "Black"], chat.Titles);
        await chat.SayAsync("black");
        Assert.StartsWith("*Shirt – S / Black / Slim*", chat.Text, StringComparison.Ordinal);
        await chat.TapAsync("Add to cart");

        Assert.Equal(shirt.Variants[1].Id, Assert.Single(chat.State.Cart.Lines).VariantId);
    }

    [Fact]
    public async Task Button_of_options_the_shop_changed_since_leads_to_the_product()
    {
        var shirt = _shop.AddWithOptions("Shirt", 20m, [new ProductChoice("Size", ["S", "M"])], "S", "M");
        var chat = await new Chat(_shop).SayAsync("shirt");
        await chat.TapAsync("Shirt");
        await chat.TapAsync("Choose options");
        var old = chat.Choices[1].Id;
        _shop.Products[0] = shirt with { Options = [new ProductChoice("Size", ["S"])], Variants = [shirt.Variants[0]] };

        await chat.TapIdAsync(old);

        Assert.StartsWith("*Shirt*", chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("product 2")]
    [InlineData("PRODUCT 2")]
    [InlineData("٢")]
    public async Task What_is_offered_can_be_typed(string text)
    {
        AddProducts(3);
        var chat = await new Chat(_shop).SayAsync("browse");

        await chat.SayAsync(text);

        Assert.StartsWith("*Product 2*", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quantity_is_picked_or_typed()
    {
        AddProducts(1);
        var chat = await new Chat(_shop).SayAsync("browse");
        await chat.TapAsync("Product 1");
        await chat.TapAsync("Quantity");
        Assert.Equal(10, chat.Choices.Count);
        await chat.SayAsync("3");
        Assert.Equal(3, Assert.Single(chat.State.Cart.Lines).Quantity);

        await chat.SayAsync("Product 1");
        await chat.TapAsync("Product 1");
        await chat.TapAsync("Quantity");
        await chat.SayAsync("100");
        Assert.Contains("from 1 to 99", chat.Text, StringComparison.Ordinal);
        await chat.SayAsync("25");
        Assert.Equal(28, Assert.Single(chat.State.Cart.Lines).Quantity);
    }

    [Fact]
    public async Task Sold_out_product_says_so_and_cannot_be_added()
    {
        var mug = _shop.Add("Mug", 12m);
        _shop.Change(mug, variant => variant with { Available = false });
        var chat = await new Chat(_shop).SayAsync("browse");

        await chat.TapAsync("Mug");

        Assert.Contains("old out", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["🔔 Tell me when back", "Keep shopping"], chat.Titles);
    }

    [Fact]
    public async Task Product_that_is_gone_leads_back_to_the_shop()
    {
        _shop.Add("Mug", 12m);
        var chat = await new Chat(_shop).SayAsync("browse");
        var row = chat.Choices[0].Id;
        _shop.Products.Clear();

        await chat.TapIdAsync(row);

        Assert.Equal(["🛍 Browse", "Menu"], chat.Titles);
    }

    [Fact]
    public async Task Price_on_sale_shows_both_prices()
    {
        var mug = _shop.Add("Mug", 12m);
        _shop.Change(mug, variant => variant with { CompareAtPrice = new Money(15m, "EUR") });
        var chat = await new Chat(_shop).SayAsync("browse");

        await chat.TapAsync("Mug");

        Assert.Contains("€12.00 instead of ~€15.00~", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_titles_are_cut_between_written_characters_and_stay_different()
    {
        const string family = "👨‍👩‍👧‍👦";
        var title = "Family picture " + string.Concat(Enumerable.Repeat(family, 3));
        for (var i = 0; i < 3; i++)
            _shop.Add(title, 10m);
        var chat = await new Chat(_shop).SayAsync("browse");

        Assert.Distinct(chat.Titles);
        Assert.All(chat.Titles, cut =>
        {
            Assert.True(cut.Length <= 24);
            var rest = cut.Replace("Family picture", "", StringComparison.Ordinal).Replace(family, "", StringComparison.Ordinal).Trim(' ', '…', '2', '3');
            Assert.Empty(rest);
        });
    }

    [Theory]
    [InlineData("More…")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Titles_that_collide_with_ours_or_are_blank_can_still_be_tapped(string title)
    {
        AddProducts(10);
        for (var i = 0; i < 4; i++)
            _shop.Products[i] = _shop.Products[i] with { Title = title };

        var chat = await new Chat(_shop).SayAsync("browse");

        await chat.TapIdAsync(chat.Choices[1].Id);
        Assert.Contains("Add to cart", chat.Titles);
    }

    private void AddProducts(int count)
    {
        for (var i = 1; i <= count; i++)
            _shop.Add(string.Create(CultureInfo.InvariantCulture, $"Product {i}"), i);
    }
}
