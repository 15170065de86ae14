using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Tests.Support;

namespace ShopBot.Shopping.Tests;

public sealed class GreetingTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task Greeting_has_the_shops_name()
    {
        var chat = await new Chat(_shop).SayAsync("Hi!");

        Assert.Contains("Welcome to Demo Shop", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["🛍 Browse", "🛒 Cart", "Menu"], chat.Titles);
    }

    [Theory]
    [InlineData("Do you have a white shirt?")]
    [InlineData("hi, do you have a white shirt please")]
    [InlineData("I'm looking for a white shirt")]
    public async Task First_message_that_asks_for_something_is_a_search_with_a_welcome(string text)
    {
        _shop.Add("White shirt", 30m);
        var chat = await new Chat(_shop).SayAsync(text);

        Assert.Equal(new ProductListing(Text: "white shirt"), _shop.LastListing);
        Assert.StartsWith("Hello! Welcome to Demo Shop.", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["White shirt"], chat.Titles);
    }

    [Theory]
    [InlineData("hello there!")]
    [InlineData("Good morning")]
    [InlineData("hi please")]
    public async Task Greetings_are_greeted(string text) => Assert.Contains("Welcome", (await new Chat(_shop).SayAsync(text)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("can you show me my cart please", "Your cart is empty.")]
    [InlineData("I want to pay", "Your cart is empty.")]
    [InlineData("help", "You can browse the shop")]
    [InlineData("thank you!", "You are welcome!")]
    [InlineData("please don't stop the music", "anything for")]
    public async Task What_people_say_is_understood(string text, string answer)
    {
        var chat = await new Chat(_shop).SayAsync("hi");

        Assert.Contains(answer, (await chat.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owners_welcome_message_is_used()
    {
        var chat = await new Chat(_shop, welcome: "Servus! 🥨").SayAsync("hello");

        Assert.Equal("Servus! 🥨", chat.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Blank_welcome_message_falls_back_to_the_default(string welcome)
    {
        var chat = await new Chat(_shop, welcome).SayAsync("hello");

        Assert.Contains("Welcome to Demo Shop", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returning_customer_is_reminded_of_the_cart()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 12m));

        await chat.SayAsync("hi");

        Assert.Contains("Your cart still holds 1 item.", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["🛍 Browse", "🛒 Cart", "✅ Checkout"], chat.Titles);
    }

    [Theory]
    [InlineData("white shirt")]
    [InlineData("White")]
    [InlineData("chip")]
    [InlineData("high chair")]
    [InlineData("sea view")]
    [InlineData("shop sign")]
    [InlineData("cart wheel")]
    public async Task Words_that_only_contain_a_greeting_are_searched_for(string text)
    {
        _shop.Add("White shirt", 30m);
        _shop.Add("Chip clip", 3m);
        _shop.Add("High chair", 90m);
        _shop.Add("Print sea view", 9m);
        _shop.Add("Enamel shop sign", 9m);
        _shop.Add("Cart wheel", 9m);
        var chat = await new Chat(_shop).SayAsync("hello");

        await chat.SayAsync(text);

        Assert.Equal(new ProductListing(Text: text), _shop.LastListing);
        Assert.Contains($"“{text}”", chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("system")]
    public async Task Reactions_and_system_messages_are_ignored(string type)
    {
        var chat = await new Chat(_shop).SendAsync(type);

        Assert.Empty(chat.Replies);
        Assert.Empty(chat.Raised);
    }

    [Fact]
    public async Task Kinds_nobody_reads_lead_back_to_the_shop()
    {
        var chat = await new Chat(_shop).SayAsync("hi");

        await chat.SendAsync("location");

        Assert.Contains("I can read text", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["🛍 Browse", "Menu"], chat.Titles);
    }
}
