using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopping.Tests.Settings;

public sealed class ShopSettingsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;

    public ShopSettingsTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddShopBotInMemory();
        services.AddShopBot().AddShopping();
        _services = services.BuildServiceProvider();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ShopSettingsStore Settings => _services.GetRequiredService<ShopSettingsStore>();

    [Fact]
    public async Task Store_that_decided_nothing_has_the_defaults_and_they_are_right()
    {
        var store = await InstallAsync();

        var read = await Settings.ReadAsync(store, Token);

        Assert.Same(ShopSettings.Default, read.Value);
        Assert.Equal(0, read.Version);
        Assert.Empty(ShopSettings.Default.Validate());
    }

    [Fact]
    public async Task What_was_saved_is_read_back_and_seen_by_the_conversation()
    {
        var store = await InstallAsync();
        Assert.Same(ShopSettings.Default, await Settings.GetAsync(store, Token));
        var read = await Settings.ReadAsync(store, Token);

        Assert.True(await Settings.SaveAsync(store, read with
        {
            Value = read.Value! with
            {
                Language = "es",
                Hours = [new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 30))],
                Synonyms = [["sofa", "couch"]],
                CashOnDelivery = new CashOnDeliverySettings { Enabled = true, Unanswered = UnansweredAction.Cancel },
                Templates = [new ShopTemplate(TemplatePurpose.CartReminder, "cart_waits", "es")],
            },
        }, Token));

        var seen = await Settings.GetAsync(store, Token);
        Assert.Equal("es", seen.Language);
        Assert.Equal(new TimeOnly(17, 30), Assert.Single(seen.Hours).To);
        Assert.Equal(["sofa", "couch"], Assert.Single(seen.Synonyms));
        Assert.Equal(UnansweredAction.Cancel, seen.CashOnDelivery.Unanswered);
        Assert.Equal(TemplatePurpose.CartReminder, Assert.Single(seen.Templates).Purpose);
    }

    [Fact]
    public async Task Second_of_two_owners_who_save_at_once_is_told()
    {
        var store = await InstallAsync();
        var read = await Settings.ReadAsync(store, Token);

        Assert.True(await Settings.SaveAsync(store, read with { Value = read.Value! with { TimeZone = "Europe/Berlin" } }, Token));
        Assert.False(await Settings.SaveAsync(store, read with { Value = read.Value! with { TimeZone = "Asia/Kolkata" } }, Token));

        Assert.Equal("Europe/Berlin", (await Settings.ReadAsync(store, Token)).Value!.TimeZone);
    }

    [Fact]
    public async Task Settings_of_one_store_are_not_another_stores()
    {
        var (one, other) = (await InstallAsync(), await InstallAsync("other-shop.myshopify.com"));
        var read = await Settings.ReadAsync(one, Token);
        await Settings.SaveAsync(one, read with { Value = read.Value! with { Language = "de" } }, Token);

        Assert.Null((await Settings.GetAsync(other, Token)).Language);
    }

    [Fact]
    public void Member_that_came_after_a_document_was_written_has_its_default_on_every_level()
    {
        var read = SettingsReader.Read((JsonObject)JsonNode.Parse("""{"timeZone":"Asia/Kolkata","cashOnDelivery":{"enabled":true}}""")!);

        Assert.Equal("Asia/Kolkata", read.TimeZone);
        Assert.True(read.CashOnDelivery.Enabled);
        Assert.Equal(ShopSettings.Default.CashOnDelivery.Gateways, read.CashOnDelivery.Gateways);
        Assert.Equal(ShopSettings.Default.Reminders.Checkout, read.Reminders.Checkout);
        Assert.Empty(read.Validate());
    }

    [Fact]
    public async Task Wrong_settings_are_named_and_not_saved()
    {
        var store = await InstallAsync();
        var wrong = new ShopSettings
        {
            Language = "tlh",
            TimeZone = "Moon/Crater",
            Hours = [new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(9, 0))],
            Synonyms = [["alone"]],
            SessionEndsAfter = TimeSpan.Zero,
            Reminders = new ReminderSettings { Cart = [TimeSpan.FromHours(2), TimeSpan.FromHours(1)] },
        };

        Assert.Equal(["Language", "TimeZone", "Hours", "Synonyms", "SessionEndsAfter", "Reminders.Cart"], wrong.Validate());
        await Assert.ThrowsAsync<ArgumentException>(() => Settings.SaveAsync(store, new StoreDocument<ShopSettings>(wrong, 0), Token).AsTask());
    }

    private async Task<StoreId> InstallAsync(string shop = "demo-shop.myshopify.com")
    {
        var registry = _services.GetRequiredService<StoreRegistry>();
        return (await registry.InstallAsync(new ShopInstallation(shop, "Demo", "EUR", null), Token)).Id;
    }
}
