namespace WhatsApp.Emulator.Tests;

public sealed class IdentityTests
{
    [Fact]
    public async Task PhoneOnly_HasNoUserIdAnywhere()
    {
        await using var platform = await Platform.StartAsync();
        var old = platform.Emulator.AddPhone("Olga", "4915552222222", null);

        await old.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.SendAsync("""  "to":"4915552222222","type":"text","text":{"body":"x"}  """);
        await platform.IdleAsync();

        Assert.False(platform.Bot.Messages[0].TryGetProperty("from_user_id", out _));
        Assert.Equal("4915552222222", platform.Bot.Messages[0].GetProperty("from").GetString());
        Assert.All(platform.Bot.Statuses, status => Assert.False(status.TryGetProperty("recipient_user_id", out _)));
    }

    [Fact]
    public async Task UserIdOnly_LeavesThePhoneOut()
    {
        await using var platform = await Platform.StartAsync();
        var hidden = platform.Emulator.AddPhone("Hana", null, "DE.777", "hana.h");

        await hidden.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.SendAsync("""  "recipient":"DE.777","type":"text","text":{"body":"x"}  """);
        await platform.IdleAsync();

        var message = Assert.Single(platform.Bot.Messages);
        Assert.False(message.TryGetProperty("from", out _));
        Assert.Equal("DE.777", message.GetProperty("from_user_id").GetString());
        var contact = platform.Bot.Values.First().GetProperty("contacts")[0];
        Assert.False(contact.TryGetProperty("wa_id", out _));
        Assert.Equal("hana.h", contact.GetProperty("profile").GetProperty("username").GetString());
        Assert.Equal(["sent", "delivered", "read"], platform.Bot.Statuses.Select(status => status.GetProperty("status").GetString()));
        Assert.All(platform.Bot.Statuses, status => Assert.False(status.TryGetProperty("recipient_id", out _)));
        var usernames = platform.Bot.Values.Skip(1).Select(value => value.GetProperty("contacts")[0].GetProperty("profile").TryGetProperty("username", out _));
        Assert.Equal([false, true, true], usernames);
    }

    [Fact]
    public async Task Username_HidesThePhoneUntilTheBusinessWroteToIt_AndAgainAfterThirtyDays()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        var shy = platform.Emulator.AddPhone("Shy", "4915553333333", "DE.888", "shy.one");

        await shy.SaysAsync(platform.Shop, "one", Platform.Cancel);
        await platform.SendAsync("""  "to":"4915553333333","type":"text","text":{"body":"x"}  """);
        await shy.SaysAsync(platform.Shop, "two", Platform.Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(31));
        await shy.SaysAsync(platform.Shop, "three", Platform.Cancel);

        Assert.Equal([false, true, false], platform.Bot.Messages.Select(message => message.TryGetProperty("from", out _)));
        Assert.All(platform.Bot.Messages, message => Assert.Equal("DE.888", message.GetProperty("from_user_id").GetString()));
    }

    [Fact]
    public async Task Portfolios_SeeDifferentUserIds()
    {
        await using var platform = await Platform.StartAsync();
        var options = platform.NumberOptions("800300", "700300", "other-token", "222");
        options.PortfolioId = "second";
        var other = platform.Emulator.AddNumber(options);
        var theirs = platform.Mira.UserIdFor(other)!;
        await platform.Mira.SaysAsync(other, "hi", Platform.Cancel);
        using var http = platform.Client("other-token");

        var answer = await platform.PostAsync("800300/messages", $$"""{"messaging_product":"whatsapp","recipient":"{{theirs}}","text":{"body":"x"} }""", http);

        Assert.NotEqual(Platform.MiraId, theirs);
        Assert.StartsWith("DE.", theirs, StringComparison.Ordinal);
        Assert.Equal(theirs, platform.Bot.Messages[0].GetProperty("from_user_id").GetString());
        Assert.Equal(200, answer.Status);
        Assert.Equal(2, platform.Mira.Chat(other).Count);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("+4915550001112", null)]
    [InlineData(null, "mira")]
    [InlineData(Platform.MiraPhone, null)]
    [InlineData(null, Platform.MiraId)]
    public async Task AddPhone_BadOrTaken_Throws(string? waId, string? userId)
    {
        await using var platform = await Platform.StartAsync();

        Assert.Throws<ArgumentException>(() => platform.Emulator.AddPhone("Other", waId, userId));
    }
}
