using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Emulator.Tests;

public sealed class PricingTests
{
    [Fact]
    public async Task Before_October_2026_service_and_utility_within_the_window_are_free_afterwards_only_a_thousand_are()
    {
        await using var before = await Platform.StartAsync(options => options.TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 9, 30, 23, 0, 0, TimeSpan.Zero)));
        await before.OpenWindowAsync();
        await before.TextAsync();
        await before.TemplateAsync("order_shipped", "de");
        await before.IdleAsync();
        Assert.Equal(["free_customer_service/service", "free_customer_service/utility"], Prices(before).Distinct().Order(StringComparer.Ordinal));

        await using var after = await Platform.StartAsync(options => options.TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)));
        await after.OpenWindowAsync();
        await after.TextAsync();
        await after.TemplateAsync("order_shipped", "de");
        await after.IdleAsync();
        Assert.Equal(["free_customer_service/service", "regular/utility"], Prices(after).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Categories_come_from_the_template_and_the_edge()
    {
        await using var platform = await Platform.StartAsync();
        platform.AddTemplate("sale", "Half price today at our shop.", "MARKETING");
        platform.Emulator.AddTemplate("700100", """{"name":"code","language":"en","category":"AUTHENTICATION","components":[{"type":"BODY"},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}""");

        await platform.TemplateAsync("sale");
        await platform.TemplateAsync("code", components: """[{"type":"body","parameters":[{"type":"text","text":"123456"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]""");
        await platform.PostAsync("800200/marketing_messages", $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","type":"template","template":{"name":"sale","language":{"code":"en"} } }""");
        await platform.IdleAsync();

        Assert.Equal(["regular/authentication", "regular/marketing", "regular/marketing_lite"], Prices(platform).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_marketing_api_takes_marketing_templates_only_and_needs_its_terms()
    {
        await using var platform = await Platform.StartAsync();
        platform.AddTemplate("sale", "Half price today at our shop.", "MARKETING");
        string Body(string template) => $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","type":"template","template":{"name":"{{template}}","language":{"code":"{{(template == "sale" ? "en" : "de")}}"} } }""";

        Assert.Equal(100, (await platform.PostAsync("800200/marketing_messages", Body("order_shipped"))).Code);
        platform.Shop.Waba.HasSignedMarketingTerms = false;
        Assert.Equal(131055, (await platform.PostAsync("800200/marketing_messages", Body("sale"))).Code);
        platform.Shop.Waba.RequiresMarketingApi = true;
        Assert.Equal(131063, (await platform.TemplateAsync("sale")).Code);
    }

    [Fact]
    public async Task After_an_ad_the_first_answer_opens_seven_free_days()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.Mira.ComesByAdAsync(platform.Shop, "hi", cancellationToken: Platform.Cancel);
        var referral = platform.Bot.Messages[0].GetProperty("referral");
        await platform.TextAsync();
        await platform.IdleAsync();
        platform.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await platform.TemplateAsync("order_shipped", "de");
        await platform.IdleAsync();
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        await platform.TemplateAsync("order_shipped", "de");
        await platform.IdleAsync();

        Assert.Equal("ad", referral.GetProperty("source_type").GetString());
        Assert.Equal(["free_entry_point/referral_conversion", "regular/utility"], Prices(platform).Distinct());
        var sent = platform.Bot.Statuses.First(status => status.GetProperty("status").GetString() == "sent");
        Assert.Equal("referral_conversion", sent.GetProperty("conversation").GetProperty("origin").GetProperty("type").GetString());
        Assert.True(sent.GetProperty("conversation").TryGetProperty("expiration_timestamp", out _));
    }

    [Fact]
    public async Task Without_a_payment_method_templates_fail_and_service_messages_end_with_the_free_tier()
    {
        await using var platform = await Platform.StartAsync();
        var options = platform.NumberOptions("800300", "700300", "other-token", "222");
        options.FreeServiceMessagesPerMonth = 1;
        var number = platform.Emulator.AddNumber(options);
        number.Waba.HasPaymentMethod = false;
        await platform.Mira.SaysAsync(number, "hi", Platform.Cancel);
        using var http = platform.Client("other-token");
        const string Text = $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","text":{"body":"x"} }""";

        await platform.PostAsync("800300/messages", Text, http);
        await platform.IdleAsync();
        await platform.PostAsync("800300/messages", Text, http);
        await platform.IdleAsync();
        await platform.PostAsync("800300/messages", $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","type":"template","template":{"name":"hello_world","language":{"code":"en_US"} } }""", http);
        await platform.IdleAsync();

        Assert.Equal(["sent", "delivered", "read", "failed", "failed"], platform.Bot.StatusNames);
        Assert.All(platform.Bot.Statuses[3..], status => Assert.Equal(131042, status.GetProperty("errors")[0].GetProperty("code").GetInt32()));
    }

    [Theory]
    [InlineData("v23.0", true)]
    [InlineData("v24.0", false)]
    public async Task Old_payload_versions_tell_the_conversation(string version, bool has)
    {
        await using var platform = await Platform.StartAsync();
        platform.Shop.App.WebhookVersion = version;
        await platform.OpenWindowAsync();

        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(has, platform.Bot.Statuses[0].TryGetProperty("conversation", out var conversation));
        Assert.False(platform.Bot.Statuses[2].TryGetProperty("conversation", out _));
        if (has)
            Assert.Equal("service", conversation.GetProperty("origin").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Marketing_is_not_delivered_to_the_United_States_nor_to_those_who_stopped_it()
    {
        await using var platform = await Platform.StartAsync();
        platform.AddTemplate("sale", "Half price today at our shop.", "MARKETING");
        platform.Emulator.AddPhone("Sam", "12125550123", "US.1");
        platform.Emulator.AddPhone("Ann", "14165550123", "CA.1");
        await platform.Mira.PrefersAsync(platform.Shop, wantsMarketing: false, Platform.Cancel);

        foreach (var to in (string[])["12125550123", "14165550123", Platform.MiraPhone])
        {
            await platform.TemplateAsync("sale", to: $"\"to\":\"{to}\",");
            await platform.IdleAsync();
        }

        var outcomes = platform.Bot.Statuses.Where(status => status.GetProperty("status").GetString() is "sent" or "failed")
            .Select(status => status.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetInt32() : 0);
        Assert.Equal([131049, 0, 131050], outcomes);
        var preference = Assert.Single(platform.Bot.Of("user_preferences")).GetProperty("user_preferences")[0];
        Assert.Equal(("stop", JsonValueKind.Number), (preference.GetProperty("value").GetString(), preference.GetProperty("timestamp").ValueKind));
    }

    private static IEnumerable<string> Prices(Platform platform) => platform.Bot.Statuses
        .Where(status => status.TryGetProperty("pricing", out _)).Select(status => status.GetProperty("pricing"))
        .Select(pricing => $"{pricing.GetProperty("type").GetString()}/{pricing.GetProperty("category").GetString()}");
}
