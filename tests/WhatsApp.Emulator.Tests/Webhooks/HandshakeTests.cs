namespace WhatsApp.Emulator.Tests;

public sealed class HandshakeTests
{
    [Fact]
    public async Task SetWebhook_EndpointRepeatsTheChallenge_Succeeds()
    {
        await using var platform = await Platform.StartAsync();

        var result = await platform.Shop.SetWebhookAsync(platform.Bot.Url, "verify me", Platform.Cancel);

        Assert.Equal(new WebhookVerification(true, 200, null), result);
        Assert.True((await platform.Shop.VerifyWebhookAsync(Platform.Cancel)).Succeeded);
    }

    [Theory]
    [InlineData("wrong token", null, 403)]
    [InlineData("verify me", "\"challenge\"", 200)]
    public async Task SetWebhook_EndpointFails_KeepsTheOldOne(string token, string? answer, int status)
    {
        await using var platform = await Platform.StartAsync();
        await using var other = await Bot.StartAsync();
        other.HandshakeAnswer = answer;

        var result = await platform.Shop.SetWebhookAsync(other.Url, token, Platform.Cancel);
        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        Assert.Equal((false, status), (result.Succeeded, result.Status));
        Assert.NotNull(result.Reason);
        Assert.Empty(other.Posts);
        Assert.Single(platform.Bot.Posts);
    }

    [Fact]
    public async Task SetWebhook_NobodyListens_IsReported()
    {
        await using var platform = await Platform.StartAsync();

        var result = await platform.Shop.SetWebhookAsync(new Uri("http://127.0.0.1:1/hook"), "x", Platform.Cancel);

        Assert.Equal((false, null), (result.Succeeded, result.Status));
    }

    [Fact]
    public async Task Override_OfTheAccountThenOfTheNumber_TakesPrecedence()
    {
        await using var platform = await Platform.StartAsync();
        await using var account = await Bot.StartAsync();
        await using var number = await Bot.StartAsync();

        var first = await platform.PostAsync("v25.0/700100/subscribed_apps", $$"""{"override_callback_uri":"{{account.Url}}","verify_token":"verify me"}""");
        await platform.Mira.SaysAsync(platform.Shop, "one", Platform.Cancel);
        var second = await platform.PostAsync("v25.0/800200", $$"""{"webhook_configuration":{"override_callback_uri":"{{number.Url}}","verify_token":"verify me"} }""");
        await platform.Mira.SaysAsync(platform.Shop, "two", Platform.Cancel);
        var listed = await platform.GetAsync("v25.0/700100/subscribed_apps");
        var read = await platform.GetAsync("v25.0/800200?fields=webhook_configuration");
        await platform.PostAsync("v25.0/800200", """{"webhook_configuration":{"override_callback_uri":""}}""");
        await platform.PostAsync("v25.0/700100/subscribed_apps", "{}");
        await platform.Mira.SaysAsync(platform.Shop, "three", Platform.Cancel);

        Assert.Equal("""{"success":true}""", first.Text);
        Assert.Equal("""{"success":true}""", second.Text);
        Assert.Equal("one", Assert.Single(account.Messages).GetProperty("text").GetProperty("body").GetString());
        Assert.Equal("two", Assert.Single(number.Messages).GetProperty("text").GetProperty("body").GetString());
        Assert.Equal("three", Assert.Single(platform.Bot.Messages).GetProperty("text").GetProperty("body").GetString());
        Assert.Equal(account.Url.OriginalString, listed.Json.GetProperty("data")[0].GetProperty("override_callback_uri").GetString());
        Assert.Equal(number.Url.OriginalString, read.Json.GetProperty("webhook_configuration").GetProperty("phone_number").GetString());
    }

    [Fact]
    public async Task Override_WithAFailedHandshake_IsRefused()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.PostAsync("v25.0/700100/subscribed_apps", $$"""{"override_callback_uri":"{{platform.Bot.Url}}","verify_token":"wrong"}""");

        Assert.Equal((400, 2200), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Unsubscribed_SendsNoWebhooks()
    {
        await using var platform = await Platform.StartAsync();

        await platform.DeleteAsync("v25.0/700100/subscribed_apps");
        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Empty((await platform.GetAsync("v25.0/700100/subscribed_apps")).Json.GetProperty("data").EnumerateArray());
        Assert.Empty(platform.Bot.Posts);
    }
}
