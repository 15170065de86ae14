namespace WhatsApp.Emulator.Tests;

public sealed class SendTests
{
    [Theory]
    [InlineData("v25.0/800200/messages")]
    [InlineData("v19.0/800200/messages")]
    [InlineData("800200/messages")]
    public async Task Send_TextToPhone_AnswersWithWaIdAndMessageId(string path)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.PostAsync(path, $$"""{"messaging_product":"whatsapp","to":"+49 1555 0001111","text":{"body":"Grüße 👋"} }""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("whatsapp", answer.Json.GetProperty("messaging_product").GetString());
        Assert.Equal("+49 1555 0001111", answer.Contact.GetProperty("input").GetString());
        Assert.Equal(Platform.MiraPhone, answer.Contact.GetProperty("wa_id").GetString());
        Assert.False(answer.Contact.TryGetProperty("user_id", out _));
        Assert.StartsWith("wamid.", answer.MessageId, StringComparison.Ordinal);
        Assert.NotEmpty(Convert.FromBase64String(answer.MessageId["wamid.".Length..]));
        Assert.Equal("Grüße 👋", platform.Mira.Chat(platform.Shop)[^1].Text);
    }

    [Fact]
    public async Task Send_ManyTimes_NeverRepeatsAMessageId()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var ids = new HashSet<string>();
        for (var i = 0; i < 30; i++)
            Assert.True(ids.Add((await platform.TextAsync()).MessageId));
    }

    [Fact]
    public async Task Send_ToUserId_AnswersWithUserIdAndNoWaId()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync($$"""  "recipient":"{{Platform.MiraId}}","type":"text","text":{"body":"Hello"}  """);

        Assert.Equal(Platform.MiraId, answer.Contact.GetProperty("user_id").GetString());
        Assert.False(answer.Contact.TryGetProperty("wa_id", out _));
        Assert.Equal("Hello", platform.Mira.Chat(platform.Shop)[^1].Text);
    }

    [Fact]
    public async Task Send_WithBothTargets_TakesThePhone()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync($$"""  "to":"{{Platform.MiraPhone}}","recipient":"DE.999","type":"text","text":{"body":"Hello"}  """);

        Assert.Equal(Platform.MiraPhone, answer.Contact.GetProperty("wa_id").GetString());
        Assert.Equal("Hello", platform.Mira.Chat(platform.Shop)[^1].Text);
    }

    [Fact]
    public async Task Send_UserIdInTo_AnswersOkAndLosesTheMessage()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync($$"""  "to":"{{Platform.MiraId}}","type":"text","text":{"body":"Hello"}  """);
        await platform.IdleAsync();

        Assert.Equal(200, answer.Status);
        Assert.Single(platform.Mira.Chat(platform.Shop));
        Assert.Empty(platform.Bot.Statuses);
    }

    [Theory]
    [InlineData("""  "recipient":"mira.k","type":"text","text":{"body":"x"}  """, 131009)]
    [InlineData("""  "to":"not a number","type":"text","text":{"body":"x"}  """, 131009)]
    [InlineData("""  "to":"","type":"text","text":{"body":"x"}  """, 100)]
    [InlineData("""  "to":"+4930800200","type":"text","text":{"body":"x"}  """, 131021)]
    [InlineData("""  "to":"1","recipient_type":"group","type":"text","text":{"body":"x"}  """, 131041)]
    [InlineData("""  "recipient_type":"business_scoped_user_id","type":"text","text":{"body":"x"}  """, 100)]
    public async Task Send_BadTarget_IsRefused(string json, int code)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync(json);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Send_ToNobody_IsAcceptedAndFailsLater()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.SendAsync("""  "to":"+4915559999999","biz_opaque_callback_data":"row-1","type":"text","text":{"body":"x"}  """);
        await platform.IdleAsync();

        var status = Assert.Single(platform.Bot.Statuses);
        Assert.Equal(200, answer.Status);
        Assert.Equal("failed", status.GetProperty("status").GetString());
        Assert.Equal(131026, status.GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.Equal("4915559999999", status.GetProperty("recipient_id").GetString());
        Assert.Equal("row-1", status.GetProperty("biz_opaque_callback_data").GetString());
        Assert.False(status.TryGetProperty("recipient_user_id", out _));
        Assert.False(platform.Bot.Values.Single().TryGetProperty("contacts", out _));
    }

    [Fact]
    public async Task Send_WithKnownContext_QuotesIt()
    {
        await using var platform = await Platform.StartAsync();
        var question = await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        await platform.TextAsync("answer", $$"""  "context":{"message_id":"{{question.Id}}"},  """);

        Assert.Equal(question.Id, platform.Mira.Chat(platform.Shop)[^1].QuotedId);
    }

    [Fact]
    public async Task Send_WithUnknownContext_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.TextAsync("answer", """  "context":{"message_id":"wamid.AAA="},  """);

        Assert.Equal(131009, answer.Code);
        Assert.Contains("context['message_id']", answer.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Reaction_ShowsOnTheMessageAndReportsSentOnly()
    {
        await using var platform = await Platform.StartAsync();
        var said = await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        await platform.SendAsync($$"""  "type":"reaction","reaction":{"message_id":"{{said.Id}}","emoji":"👍"}  """);
        await platform.IdleAsync();

        Assert.Equal("👍", Assert.Single(platform.Mira.Chat(platform.Shop)).Reaction);
        var status = Assert.Single(platform.Bot.Statuses);
        Assert.Equal("sent", status.GetProperty("status").GetString());
        Assert.False(status.TryGetProperty("pricing", out _));
    }

    [Fact]
    public async Task Send_ReactionToUnknownMessage_FailsLater()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var answer = await platform.SendAsync("""  "type":"reaction","reaction":{"message_id":"wamid.AAA=","emoji":"👍"}  """);
        await platform.IdleAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(131009, Assert.Single(platform.Bot.Statuses).GetProperty("errors")[0].GetProperty("code").GetInt32());
    }
}
