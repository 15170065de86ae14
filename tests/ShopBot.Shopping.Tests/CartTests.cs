using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Tests.Support;
using WhatsApp.Client;

namespace ShopBot.Shopping.Tests;

public sealed class CartTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task Five_adds_make_five_lines()
    {
        var products = Enumerable.Range(1, 5).Select(i => _shop.Add($"Thing {i}", i)).ToArray();

        var chat = await new Chat(_shop).PutAsync(products);

        Assert.Equal(products.Select(product => product.Title), chat.State.Cart.Lines.Select(line => line.Title));
        Assert.Equal(5, chat.State.Cart.Pieces());
        Assert.Contains("€15.00", chat.Text, StringComparison.Ordinal);
        Assert.Equal(CartChanged.Kind, Assert.Single(chat.Raised).Kind);
    }

    [Fact]
    public async Task Adding_again_raises_the_quantity_up_to_what_is_left()
    {
        var mug = _shop.Add("Mug", 12m);
        _shop.Change(mug, variant => variant with { MostAvailable = 3 });

        var chat = await new Chat(_shop).PutAsync(mug, mug, mug, mug, mug);

        Assert.Equal(3, Assert.Single(chat.State.Cart.Lines).Quantity);
    }

    [Fact]
    public async Task Cart_shows_lines_and_total()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m), _shop.Add("Tea", 5.5m));
        await chat.PutAsync(_shop.Products[0]);

        await chat.SayAsync("cart");

        Assert.Equal("🛒 *Your cart*\n2 × Mug: €24.00\n1 × Tea: €5.50\n*Total: €29.50*", chat.Text);
        Assert.Equal(["✅ Checkout", "Change cart", "Keep shopping"], chat.Titles);
    }

    [Fact]
    public async Task Line_is_removed_and_the_rest_stays()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m), _shop.Add("Tea", 5.5m));
        await chat.SayAsync("cart");
        await chat.TapAsync("Change cart");
        Assert.Equal(["Mug", "Tea", "Discount code", "Empty the cart"], chat.Titles);
        await chat.TapAsync("Mug");
        Assert.Equal(["Take out", "1", "2", "3", "4", "5", "6", "7", "8", "9"], chat.Titles);
        var row = chat.Choices[0].Id;

        await chat.TapAsync("Take out");
        Assert.StartsWith("Took out *Mug*.", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Tea"], chat.State.Cart.Lines.Select(line => line.Title));

        await chat.TapIdAsync(row);
        Assert.DoesNotContain("Took out", chat.Text, StringComparison.Ordinal);
        Assert.Single(chat.State.Cart.Lines);
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("40", 40)]
    [InlineData("0", 0)]
    public async Task Quantity_of_a_line_is_typed(string text, int quantity)
    {
        var mug = _shop.Add("Mug", 12m);
        var chat = await new Chat(_shop).PutAsync(mug);
        await chat.SayAsync("cart");
        await chat.TapAsync("Change cart");
        await chat.TapAsync("Mug");

        await chat.SayAsync(text);

        Assert.Equal(quantity, chat.State.Cart.QuantityOf(mug.Variants[0].Id));
    }

    [Fact]
    public async Task Quantity_beyond_what_is_left_is_lowered_and_said()
    {
        var mug = _shop.Add("Mug", 12m);
        var chat = await new Chat(_shop).PutAsync(mug);
        _shop.Change(mug, variant => variant with { MostAvailable = 2 });
        await chat.SayAsync("cart");
        await chat.TapAsync("Change cart");
        await chat.TapAsync("Mug");

        await chat.TapAsync("5");

        Assert.StartsWith("⚠️ Mug: only 2 left.", chat.Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(chat.State.Cart.Lines).Quantity);
    }

    [Fact]
    public async Task Long_cart_is_changed_page_by_page()
    {
        var chat = await new Chat(_shop).PutAsync([.. Enumerable.Range(1, 17).Select(i => _shop.Add($"Thing {i:00}", i))]);
        await chat.SayAsync("cart");
        await chat.TapAsync("Change cart");
        var seen = chat.Titles.ToList();
        while (chat.Titles.Contains("More…"))
            seen.AddRange((await chat.TapAsync("More…")).Titles);

        Assert.Equal(Enumerable.Range(1, 17).Select(i => $"Thing {i:00}"), seen.Where(title => title.StartsWith("Thing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Discount_code_is_tried_at_once_and_goes_to_the_checkout()
    {
        _shop.Discounts["WELCOME10"] = 10;
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m));
        await chat.SayAsync("coupon");
        Assert.Contains("write your discount code", chat.Text, StringComparison.Ordinal);

        await chat.SayAsync("NOSUCH");
        Assert.StartsWith("The code NOSUCH cannot be used", chat.Text, StringComparison.Ordinal);
        await chat.SayAsync("discount code welcome10");
        Assert.Contains("Discount code WELCOME10: −€1.20\n*Total: €10.80*", chat.Text, StringComparison.Ordinal);
        await chat.SayAsync("checkout");

        Assert.Equal(["WELCOME10"], Assert.Single(_shop.Codes));
    }

    [Fact]
    public async Task Something_else_than_a_code_is_understood_as_what_it_is()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m));
        await chat.SayAsync("coupon");

        await chat.SayAsync("show me my cart");
        Assert.StartsWith("🛒 *Your cart*", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_is_emptied_at_once()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m), _shop.Add("Tea", 5.5m));
        await chat.SayAsync("cart");
        await chat.TapAsync("Change cart");

        await chat.TapAsync("Empty the cart");

        Assert.Empty(chat.State.Cart.Lines);
        Assert.Equal(["🛍 Browse", "Menu"], chat.Titles);
        await chat.SayAsync("checkout");
        Assert.Empty(_shop.Checkouts);
    }

    [Fact]
    public async Task Checkout_gives_the_link_and_keeps_the_cart()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m));

        await chat.TapAsync("✅ Checkout");

        Assert.Equal("https://demo-shop.myshopify.com/cart/c/abc?key=1", Assert.IsType<CtaUrlMessage>(chat.Reply).Url);
        Assert.Contains("*Total: €12.00*", chat.Text, StringComparison.Ordinal);
        Assert.Equal([new CheckoutLine("gid://shopify/ProductVariant/1", 1) { Price = new Money(12m, "EUR") }], Assert.Single(_shop.Checkouts));
        Assert.Equal(CheckoutCreated.Kind, Assert.Single(chat.Raised).Kind);
        Assert.Single(chat.State.Cart.Lines);
    }

    [Fact]
    public async Task Checkout_looks_again_and_explains_what_changed_before_it_asks_for_money()
    {
        ProductDetails cheap = _shop.Add("Mug", 12m), gone = _shop.Add("Tea", 5m), few = _shop.Add("Pot", 30m);
        var chat = await new Chat(_shop).PutAsync(cheap, gone, few);
        await chat.PutAsync(few, few);
        _shop.Change(cheap, variant => variant with { Price = new Money(14m, "EUR") });
        _shop.Change(gone, variant => variant with { Available = false });
        _shop.Change(few, variant => variant with { MostAvailable = 2 });

        await chat.SayAsync("checkout");

        Assert.Empty(_shop.Checkouts);
        Assert.Contains("Tea is sold out and was taken out", chat.Text, StringComparison.Ordinal);
        Assert.Contains("Pot: only 2 left", chat.Text, StringComparison.Ordinal);
        Assert.Contains("Mug now costs €14.00", chat.Text, StringComparison.Ordinal);
        Assert.Contains("*Total: €74.00*", chat.Text, StringComparison.Ordinal);
        await chat.TapAsync("✅ Checkout");
        Assert.Equal([1, 2], Assert.Single(_shop.Checkouts).Select(line => line.Quantity));
    }

    [Fact]
    public async Task Very_long_explanation_never_pushes_the_total_out()
    {
        var chat = await new Chat(_shop).SayAsync("hi");
        for (var i = 0; i < 30; i++)
        {
            var product = _shop.Add($"Thing {i:00} " + new string('x', 200), 1m);
            await chat.SayAsync($"Thing {i:00}");
            await chat.TapIdAsync(chat.Choices[0].Id);
            await chat.TapAsync("Add to cart");
            _shop.Change(product, variant => variant with { Price = new Money(2m, "EUR") });
        }

        await chat.SayAsync("checkout");

        Assert.EndsWith("*Total: €60.00*", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkout_that_the_shop_refuses_keeps_the_cart_and_says_so()
    {
        _shop.CheckoutAnswer = new CheckoutResult(null, ["Mugs are not sold on Sundays."]);
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m));

        await chat.TapAsync("✅ Checkout");

        Assert.StartsWith("Mugs are not sold on Sundays.\nThe checkout could not be opened", chat.Text, StringComparison.Ordinal);
        Assert.Single(chat.State.Cart.Lines);
        Assert.Contains("✅ Checkout", chat.Titles);
    }

    [Fact]
    public async Task Thank_you_takes_what_was_bought_out_of_the_cart()
    {
        ProductDetails mug = _shop.Add("Mug", 12m), tea = _shop.Add("Tea", 5m);
        var chat = await new Chat(_shop).PutAsync(mug, tea);

        await chat.PaidAsync("#1001", mug.Variants[0].Id, "gid://shopify/ProductVariant/999");

        Assert.Contains("#1001", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Tea"], chat.State.Cart.Lines.Select(line => line.Title));
    }

    [Fact]
    public async Task Old_add_button_of_a_product_that_is_sold_out_now_adds_nothing()
    {
        var mug = _shop.Add("Mug", 12m);
        var chat = await new Chat(_shop).SayAsync("browse");
        await chat.TapAsync("Mug");
        _shop.Change(mug, variant => variant with { Available = false });

        await chat.TapAsync("Add to cart");

        Assert.Empty(chat.State.Cart.Lines);
        Assert.Empty(chat.Raised);
    }

    [Theory]
    [InlineData("shop.0:OpenProduct{\"id\":\"gid://shopify/Product/1\"}")]
    [InlineData("booking.1:OpenProduct")]
    [InlineData("buy-now-1")]
    public async Task Button_of_another_time_or_bot_is_stale(string id)
    {
        _shop.Add("Mug", 12m);
        var chat = await new Chat(_shop).SayAsync("hi");

        await chat.TapIdAsync(id);

        Assert.Contains("older message", chat.Text, StringComparison.Ordinal);
    }
}
