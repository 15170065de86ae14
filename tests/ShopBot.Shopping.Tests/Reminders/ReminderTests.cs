using ShopBot.Shopping.Reminders;
using ShopBot.Shopping.Settings;
using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using WhatsApp.Client;

namespace ShopBot.Shopping.Tests.Reminders;

public sealed class ReminderTests
{
    private readonly FakeShop _shop = ShopChanges.Demo();

    [Fact]
    public async Task Without_consent_nobody_is_reminded()
    {
        var chat = await WithMugAsync(consents: false);

        await chat.PassAsync(TimeSpan.FromDays(40));

        Assert.Empty(chat.Replies);
    }

    [Fact]
    public async Task Outside_the_window_a_template_goes_and_without_one_nothing()
    {
        _shop.Settings = new ShopSettings { Reminders = new ReminderSettings { Cart = [TimeSpan.FromHours(26)] } };
        var chat = await WithMugAsync();
        await chat.PassAsync(TimeSpan.FromDays(3));
        Assert.Empty(chat.Replies);

        _shop.Settings = _shop.Settings with { Templates = [new ShopTemplate(TemplatePurpose.CartReminder, "cart_waits", "en_US"), new ShopTemplate(TemplatePurpose.CartReminder, "carrito", "es")] };
        chat = await WithMugAsync();
        await chat.PassAsync(TimeSpan.FromDays(3));

        var template = Assert.IsType<TemplateMessage>(Assert.Single(chat.Replies));
        Assert.Equal(("cart_waits", "en_US"), (template.Name, template.Language));
        Assert.Empty(template.Validate());
    }

    [Fact]
    public async Task Three_reminders_at_most_and_each_once()
    {
        _shop.Settings = new ShopSettings { Reminders = new ReminderSettings { Cart = [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(20)], QuietFrom = default, QuietTo = default } };
        var chat = await WithMugAsync();

        await chat.PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(3, chat.Replies.Count);
    }

    [Fact]
    public async Task Answer_begins_the_time_anew()
    {
        _shop.Settings = new ShopSettings { Reminders = new ReminderSettings { Cart = [TimeSpan.FromHours(2)], QuietFrom = default, QuietTo = default } };
        var chat = await WithMugAsync();
        await chat.PassAsync(TimeSpan.FromMinutes(110));
        await chat.SayAsync("cart");
        await chat.PassAsync(TimeSpan.FromMinutes(110));
        Assert.DoesNotContain(chat.Replies, reply => MessageRendering.Render(reply).Contains("still holds", StringComparison.Ordinal));

        await chat.PassAsync(TimeSpan.FromMinutes(11));

        Assert.Contains("still holds 1 item", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emptied_cart_and_a_no_end_reminders()
    {
        var chat = await WithMugAsync();
        await chat.SayAsync("empty my cart");
        await chat.PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(chat.Replies);

        chat = await WithMugAsync();
        await chat.PassAsync(TimeSpan.FromHours(3));
        await chat.TapAsync("No, thanks");
        await chat.PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(chat.Replies);
    }

    [Theory]
    [InlineData("2026-11-23T20:30:00Z", null)]
    [InlineData("2026-11-23T21:00:00Z", 12.0)]
    [InlineData("2026-11-24T03:00:00Z", 6.0)]
    [InlineData("2026-11-24T09:00:00Z", null)]
    public void Quiet_hours_go_over_midnight(string now, double? hours) => Assert.Equal(
        hours is { } left ? TimeSpan.FromHours(left) : (TimeSpan?)null, CustomerTime.QuietFor(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), null, ShopSettings.Default));

    [Theory]
    [InlineData("4915550001111", "Europe/Berlin")]
    [InlineData("919812345678", "Asia/Kolkata")]
    [InlineData("15550001111", null)]
    [InlineData("5511987654321", null)]
    [InlineData(null, null)]
    public void Time_zone_is_known_where_a_country_has_one(string? phone, string? zone) => Assert.Equal(zone, CustomerTime.ZoneOf(phone));

    [Theory]
    [InlineData("2026-11-23T09:30:00Z", true)]
    [InlineData("2026-11-23T18:30:00Z", false)]
    [InlineData("2026-11-24T00:30:00Z", false)]
    [InlineData("2026-11-28T23:30:00Z", true)]
    [InlineData("2026-11-29T01:30:00Z", true)]
    public void Opening_hours_may_go_over_midnight(string now, bool open)
    {
        var settings = new ShopSettings { TimeZone = "Europe/London", Hours = [new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 0)), new OpeningHours(DayOfWeek.Saturday, new TimeOnly(22, 0), new TimeOnly(2, 0))] };

        Assert.Equal(open, CustomerTime.IsOpen(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), settings));
    }

    [Fact]
    public async Task Visit_that_ends_is_logged_once_and_drops_what_was_asked()
    {
        var chat = await WithMugAsync(consents: false);
        await chat.SayAsync("coupon");
        await chat.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(chat.Events);
        await chat.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("session.expired", Assert.Single(chat.Events).Kind);
        await chat.PassAsync(TimeSpan.FromDays(3));
        Assert.Empty(chat.Events);

        await chat.SayAsync("WELCOME10");

        Assert.Null(chat.StateOf("shop", ShoppingJson.Default.ShoppingState)!.Cart.Code);
    }

    private async Task<TestConversation> WithMugAsync(bool consents = true)
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));
        await chat.SayAsync("blue mug");
        await chat.TapAsync("Blue mug");
        await chat.TapAsync("Add to cart");
        if (consents)
            await chat.TapAsync("🔔 Remind me");
        return chat;
    }
}
