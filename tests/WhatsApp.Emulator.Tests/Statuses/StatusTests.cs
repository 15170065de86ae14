using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class StatusTests
{
    [Fact]
    public async Task Statuses_OfAText_CarryIdsEchoAndPrice()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.TextAsync("Hello", """  "biz_opaque_callback_data":"order-9/step-2",  """);
        await platform.IdleAsync();

        Assert.Equal(["sent", "delivered", "read"], Names(platform));
        foreach (var status in platform.Bot.Statuses)
        {
            Assert.Equal(answer.MessageId, status.GetProperty("id").GetString());
            Assert.Equal(Platform.MiraPhone, status.GetProperty("recipient_id").GetString());
            Assert.Equal(Platform.MiraId, status.GetProperty("recipient_user_id").GetString());
            Assert.Equal("order-9/step-2", status.GetProperty("biz_opaque_callback_data").GetString());
            Assert.Equal(JsonValueKind.String, status.GetProperty("timestamp").ValueKind);
        }

        var pricing = platform.Bot.Statuses[0].GetProperty("pricing");
        Assert.Equal("PMP", pricing.GetProperty("pricing_model").GetString());
        Assert.Equal("free_customer_service", pricing.GetProperty("type").GetString());
        Assert.Equal("service", pricing.GetProperty("category").GetString());
        Assert.False(pricing.GetProperty("billable").GetBoolean());
        Assert.True(platform.Bot.Statuses[1].TryGetProperty("pricing", out _));
        Assert.False(platform.Bot.Statuses[2].TryGetProperty("pricing", out _));
    }

    [Fact]
    public async Task Price_BeyondTheFreeTier_IsRegular()
    {
        await using var platform = await Platform.StartAsync();
        var options = platform.NumberOptions("800300", "700300", "other-token", "222");
        options.FreeServiceMessagesPerMonth = 1;
        var number = platform.Emulator.AddNumber(options);
        await platform.Mira.SaysAsync(number, "hi", Platform.Cancel);
        using var http = platform.Client("other-token");

        for (var i = 0; i < 2; i++)
        {
            await platform.PostAsync("800300/messages", $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","text":{"body":"x"} }""", http);
            await platform.IdleAsync();
        }

        var types = platform.Bot.Statuses.Where(status => status.GetProperty("status").GetString() == "sent").Select(status => status.GetProperty("pricing").GetProperty("type").GetString());
        Assert.Equal(["free_customer_service", "regular"], types);
    }

    [Fact]
    public async Task Read_WhenThePersonDoesNotLook_WaitsForIt()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Mira.ReadsAutomatically = false;

        await platform.TextAsync();
        await platform.IdleAsync();
        Assert.Equal(["sent", "delivered"], Names(platform));

        await platform.Mira.ReadAsync(platform.Shop);
        await platform.Mira.ReadAsync(platform.Shop);
        await platform.IdleAsync();
        Assert.Equal(["sent", "delivered", "read"], Names(platform));
    }

    [Fact]
    public async Task SkipDelivered_GoesStraightToRead_WithThePrice()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Statuses.SkipDelivered = true;

        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(["sent", "read"], Names(platform));
        Assert.True(platform.Bot.Statuses[1].TryGetProperty("pricing", out _));
    }

    [Fact]
    public async Task Duplicate_SendsEveryStatusTwice()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Statuses.Duplicate = true;

        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(["sent", "sent", "delivered", "delivered", "read", "read"], Names(platform));
        Assert.Equal(6, platform.Bot.Posts.Count);
    }

    [Fact]
    public async Task Shuffle_ChangesTheOrderForSomeMessages()
    {
        await using var platform = await Platform.StartAsync(options => options.Seed = 7);
        await platform.OpenWindowAsync();
        platform.Emulator.Statuses.Shuffle = true;

        for (var i = 0; i < 8; i++)
            await platform.TextAsync();
        await platform.IdleAsync();

        var orders = platform.Bot.Statuses.GroupBy(status => status.GetProperty("id").GetString())
            .Select(group => string.Join(' ', group.Select(status => status.GetProperty("status").GetString()))).ToArray();
        Assert.All(orders, order => Assert.Equal(3, order.Split(' ').Distinct().Count()));
        Assert.Contains(orders, order => order != "sent delivered read");
    }

    [Fact]
    public async Task BeforeAnswer_TheFirstStatusComesBeforeTheHttpAnswer()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Statuses.BeforeAnswer = true;
        var release = new TaskCompletionSource();
        platform.Bot.BeforeAnswer = () => release.Task;

        var sending = platform.TextAsync();
        await Poll.UntilAsync(() => platform.Bot.Statuses.Length == 1);
        Assert.False(sending.IsCompleted);
        release.SetResult();

        Assert.Equal(200, (await sending).Status);
    }

    [Fact]
    public async Task Silent_SendsNone()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Statuses.Silent = true;

        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Empty(platform.Bot.Posts);
    }

    [Fact]
    public async Task Delay_FollowsTheClock()
    {
        await using var platform = await Platform.StartAsync(options => options.StatusDelay = TimeSpan.FromSeconds(10), fakeClock: true);
        await platform.OpenWindowAsync();

        await platform.TextAsync();
        Assert.Empty(platform.Bot.Statuses);
        string[] steps = ["sent", "delivered", "read"];
        for (var i = 0; i < steps.Length; i++)
        {
            await Poll.UntilAsync(() =>
            {
                platform.Clock.Advance(TimeSpan.FromSeconds(1));
                return platform.Bot.Statuses.Length == i + 1;
            });
        }

        Assert.Equal(steps, Names(platform));
        var at = platform.Bot.Statuses.Select(status => long.Parse(status.GetProperty("timestamp").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.True(at[1] - at[0] >= 9 && at[2] - at[1] >= 9);
    }

    private static IEnumerable<string?> Names(Platform platform) => platform.Bot.Statuses.Select(status => status.GetProperty("status").GetString());
}
