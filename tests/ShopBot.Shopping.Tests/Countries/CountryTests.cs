using System.Globalization;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Countries;
using ShopBot.Shopping.Tests.Support;

namespace ShopBot.Shopping.Tests.Countries;

public sealed class CountryTests
{
    private readonly FakeShop _shop = new();

    [Theory]
    [InlineData("41791234567", "CH")]
    [InlineData("4915112345678", "DE")]
    [InlineData("14165550123", "CA")]
    [InlineData("12125550123", "US")]
    [InlineData("18095550123", "DO")]
    [InlineData("77012345678", "KZ")]
    [InlineData("79161234567", "RU")]
    [InlineData("5215512345678", "MX")]
    [InlineData("447400123456", "GB")]
    [InlineData("966501234567", "SA")]
    [InlineData("15550001111", null)]
    [InlineData("80012345678", null)]
    [InlineData("999", null)]
    [InlineData("DE.48213377190552", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Number_tells_its_country(string? phone, string? country) => Assert.Equal(country, PhoneCountry.Of(phone));

    [Theory]
    [InlineData("CH", "en", "Switzerland")]
    [InlineData("CH", "es", "Suiza")]
    [InlineData("CH", "pt-BR", "Suíça")]
    [InlineData("CH", "fr", "Suisse")]
    [InlineData("CH", "de", "Schweiz")]
    [InlineData("CH", "hi", "स्विट्ज़रलैंड")]
    [InlineData("CH", "id", "Swiss")]
    [InlineData("CH", "ar", "سويسرا")]
    [InlineData("GB", "es", "Reino Unido")]
    public void Country_has_its_name_in_the_language(string code, string language, string name) => Assert.Equal(name, CountryNames.Of(code, CultureInfo.GetCultureInfo(language)));

    [Fact]
    public async Task Country_chosen_is_where_the_checkout_is_made()
    {
        Open(("DE", "EUR", 1), ("CH", "CHF", 1.1m));
        _shop.Add("Mug", 10m);
        var chat = await TalkAsync("4915112345678", "mug", "Mug", "Add to cart");
        await chat.SayAsync("change country");
        await chat.SayAsync("switzerland");

        Assert.Contains("CHF 11.00", chat.Text, StringComparison.Ordinal);
        await chat.SayAsync("checkout");
        Assert.Equal("CH", Assert.Single(_shop.CheckoutCountries));
        Assert.True(chat.State is { Country: "CH", CountryChosen: true });
    }

    [Fact]
    public async Task Number_of_another_language_changes_prices_and_not_the_language()
    {
        Open(("DE", "EUR", 1), ("JP", "JPY", 170));
        _shop.Add("Mug", 10m);

        var chat = await TalkAsync("819012345678", "mug");

        Assert.Contains("what I found", chat.Text, StringComparison.Ordinal);
        Assert.Equal("JP", chat.State.Country);
    }

    [Fact]
    public async Task Country_without_a_market_sees_the_shops_own_prices()
    {
        Open(("DE", "EUR", 1), ("CH", "CHF", 1.1m));
        _shop.Add("Mug", 10m);

        var chat = await TalkAsync("819012345678", "mug", "Mug");

        Assert.Contains("€10.00", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_of_before_is_priced_anew_when_something_is_added_in_another_currency()
    {
        _shop.Add("Mug", 10m);
        _shop.Add("Tea", 5m);
        var chat = await TalkAsync("41791234567", "mug", "Mug", "Add to cart");
        Open(("DE", "EUR", 1), ("CH", "CHF", 1.1m));

        await chat.SayAsync("tea");
        await chat.TapAsync("Tea");
        await chat.TapAsync("Add to cart");

        Assert.Equal([new Money(11m, "CHF"), new Money(5.5m, "CHF")], chat.State.Cart.Lines.Select(line => line.Price));
    }

    [Fact]
    public async Task What_is_not_sold_there_is_taken_out_and_said()
    {
        Open(("DE", "EUR", 1), ("CH", "CHF", 1.1m));
        var mug = _shop.Add("Mug", 10m);
        _shop.Add("Tea", 5m);
        var chat = await TalkAsync("4915112345678", "mug", "Mug", "Add to cart");
        await chat.SayAsync("tea");
        await chat.TapAsync("Tea");
        await chat.TapAsync("Add to cart");
        _shop.Change(mug, variant => variant with { Available = false });

        await chat.SayAsync("my country");
        await chat.TapAsync("Switzerland");

        Assert.StartsWith("Prices are now for *Switzerland* (CHF).", chat.Text, StringComparison.Ordinal);
        Assert.Equal(new Money(5.5m, "CHF"), Assert.Single(chat.State.Cart.Lines).Price);
        Assert.Contains("Mug", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shop_of_one_currency_has_nothing_to_choose()
    {
        Open(("DE", "EUR", 1), ("AT", "EUR", 1));

        var chat = await TalkAsync("4915112345678", "currency");
        Assert.Equal("All our prices are in one currency.", chat.Text);

        await chat.SayAsync("menu");
        Assert.DoesNotContain("🌍 Country and currency", chat.Titles);
    }

    [Fact]
    public async Task Long_list_is_paged_with_the_customers_own_first()
    {
        Open([.. "AT BE BR CA CH CZ DE DK ES FR GB IT JP NL PL SE US".Split(' ').Select((code, i) => (code, i == 0 ? "EUR" : "USD", 1m))]);

        var chat = await TalkAsync("819012345678", "country");
        Assert.Equal(("Japan", 10), (chat.Titles.First(), chat.Choices.Count));
        await chat.TapAsync("More…");
        Assert.Equal(8, chat.Choices.Count);
        await chat.SayAsync("us");
        Assert.Equal("US", chat.State.Country);
    }

    [Fact]
    public void Two_carts_become_one_and_what_was_chosen_stays()
    {
        var merged = StateMerge.Of(new ShoppingState { Country = "DE" }, new ShoppingState { Country = "CH", CountryChosen = true });

        Assert.Equal(("CH", true), (merged.Country, merged.CountryChosen));
    }

    private void Open(params (string Code, string Currency, decimal Rate)[] markets)
    {
        foreach (var (code, currency, rate) in markets)
            _shop.Markets[code] = (currency, rate);
    }

    private async Task<Chat> TalkAsync(string phone, string text, params string[] taps)
    {
        var chat = await new Chat(_shop, phone: phone).SayAsync(text);
        foreach (var title in taps)
            await chat.TapAsync(title);
        return chat;
    }
}
