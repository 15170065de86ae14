namespace WhatsApp.Emulator.Tests;

public sealed class AccessTests
{
    private const string Text = """{"messaging_product":"whatsapp","to":"4915550001111","text":{"body":"x"}}""";

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Call_WithoutAGoodToken_Is190(string? token)
    {
        await using var platform = await Platform.StartAsync();
        using var http = platform.Client(token);

        var answer = await platform.PostAsync("v25.0/800200/messages", Text, http);

        Assert.Equal((401, 190), (answer.Status, answer.Code));
        Assert.Equal("OAuthException", answer.Error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Call_WithTheTokenOfAnotherNumber_SeesNoObject()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddNumber(platform.NumberOptions("800300", "700300", "other-token", "222"));
        using var http = platform.Client("other-token");

        var read = await platform.GetAsync("v25.0/800200?fields=id", http);
        var send = await platform.PostAsync("v25.0/800200/messages", Text, http);

        Assert.Equal((400, 100, 33), (read.Status, read.Code, read.Error.GetProperty("error_subcode").GetInt32()));
        Assert.StartsWith("Unsupported get request. Object with ID '800200' does not exist", read.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((400, 100), (send.Status, send.Code));
        Assert.StartsWith("Unsupported post request.", send.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AfterTheTokenWasReplaced_Is190WithTheOldOne()
    {
        await using var platform = await Platform.StartAsync();
        platform.Shop.ReplaceAccessToken("new-token");
        using var http = platform.Client("new-token");

        Assert.Equal(190, (await platform.GetAsync("800200")).Code);
        Assert.Equal(200, (await platform.GetAsync("800200", http)).Status);
    }

    [Fact]
    public async Task Call_WithoutThePermission_IsForbidden()
    {
        await using var platform = await Platform.StartAsync();
        var options = platform.NumberOptions("800300", "700300", "narrow", "222");
        options.Scopes = [];
        platform.Emulator.AddNumber(options);
        using var http = platform.Client("narrow");

        var send = await platform.PostAsync("800300/messages", Text, http);
        var subscribe = await platform.PostAsync("700300/subscribed_apps", "{}", http);

        Assert.Equal((403, 10), (send.Status, send.Code));
        Assert.Equal((403, 200), (subscribe.Status, subscribe.Code));
    }

    [Fact]
    public async Task Call_ToAnUnknownEdge_NamesIt()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.GetAsync("v25.0/800200/horses");

        Assert.Equal(400, answer.Status);
        Assert.Contains("/horses", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DebugToken_WithTheAppToken_DescribesAndRejects()
    {
        await using var platform = await Platform.StartAsync();
        using var app = platform.Client($"111|{Platform.Secret}");

        var good = (await platform.GetAsync($"v25.0/debug_token?input_token={Platform.Token}", app)).Json.GetProperty("data");
        var bad = (await platform.GetAsync("v25.0/debug_token?input_token=nobody", app)).Json.GetProperty("data");

        Assert.True(good.GetProperty("is_valid").GetBoolean());
        Assert.Equal("111", good.GetProperty("app_id").GetString());
        Assert.Equal("700100", good.GetProperty("granular_scopes")[0].GetProperty("target_ids")[0].GetString());
        Assert.False(bad.GetProperty("is_valid").GetBoolean());
    }
}
