using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class AppTests
{
    [Fact]
    public async Task Subscriptions_OfTheApp_NameCallbackAndFields()
    {
        await using var platform = await Platform.StartAsync();
        using var app = platform.Client($"111|{Platform.Secret}");

        var answer = (await platform.GetAsync("v25.0/111/subscriptions", app)).Json.GetProperty("data")[0];

        Assert.Equal("whatsapp_business_account", answer.GetProperty("object").GetString());
        Assert.Equal(platform.Bot.Url.AbsoluteUri, answer.GetProperty("callback_url").GetString());
        Assert.True(answer.GetProperty("active").GetBoolean());
        Assert.Contains("messages", answer.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Subscriptions_WithoutTheAppsOwnToken_AreRefused()
    {
        await using var platform = await Platform.StartAsync();
        using var wrongSecret = platform.Client("111|guess");

        Assert.Equal(190, (await platform.GetAsync("v25.0/111/subscriptions")).Code);
        Assert.Equal(190, (await platform.GetAsync("v25.0/111/subscriptions", wrongSecret)).Code);
    }

    [Fact]
    public async Task Subscribing_AsksForTheChallenge_AndChoosesFields()
    {
        await using var platform = await Platform.StartAsync();
        using var app = platform.Client($"111|{Platform.Secret}");
        var url = Uri.EscapeDataString(platform.Bot.Url.AbsoluteUri);
        const string Path = "v25.0/111/subscriptions?object=whatsapp_business_account";

        var wrong = await platform.PostAsync($"{Path}&fields=messages&callback_url={url}&verify_token=wrong", "", app);
        var right = await platform.PostAsync($"{Path}&fields=account_update&callback_url={url}&verify_token=verify+me", "", app);
        await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);

        Assert.Equal(2200, wrong.Code);
        Assert.Equal("""{"success":true}""", right.Text);
        Assert.Empty(platform.Bot.Posts);
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, call => call.Path.Contains("verify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SubscribedApps_ListOverrideAndEnd()
    {
        await using var platform = await Platform.StartAsync();
        var json = $$"""{"override_callback_uri":{{JsonSerializer.Serialize(platform.Bot.Url.AbsoluteUri)}},"verify_token":"verify me"}""";

        await platform.PostAsync("v25.0/700100/subscribed_apps", json);
        var overridden = await platform.GetAsync("v25.0/700100/subscribed_apps");
        await platform.PostAsync("v25.0/700100/subscribed_apps", "{}");
        var plain = await platform.GetAsync("v25.0/700100/subscribed_apps");
        await platform.DeleteAsync("v25.0/700100/subscribed_apps");
        var none = await platform.GetAsync("v25.0/700100/subscribed_apps");

        var item = overridden.Json.GetProperty("data")[0];
        Assert.Equal("111", item.GetProperty("whatsapp_business_api_data").GetProperty("id").GetString());
        Assert.Equal(platform.Bot.Url.AbsoluteUri, item.GetProperty("override_callback_uri").GetString());
        Assert.False(plain.Json.GetProperty("data")[0].TryGetProperty("override_callback_uri", out _));
        Assert.Equal(0, none.Json.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task ExpiredToken_Is190With463_AndDebugTokenSaysSo()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        using var app = platform.Client($"111|{Platform.Secret}");
        var expiry = platform.Clock.GetUtcNow().AddHours(1);
        platform.Shop.AccessTokenExpiresAt = expiry;

        var before = (await platform.GetAsync($"debug_token?input_token={Platform.Token}", app)).Json.GetProperty("data");
        platform.Clock.Advance(TimeSpan.FromHours(1));
        var call = await platform.GetAsync("v25.0/800200");
        var after = (await platform.GetAsync($"debug_token?input_token={Platform.Token}", app)).Json.GetProperty("data");

        Assert.Equal((true, expiry.ToUnixTimeSeconds()), (before.GetProperty("is_valid").GetBoolean(), before.GetProperty("expires_at").GetInt64()));
        Assert.Equal((401, 190, 463), (call.Status, call.Code, call.Error.GetProperty("error_subcode").GetInt32()));
        Assert.False(after.GetProperty("is_valid").GetBoolean());
        Assert.Equal(463, after.GetProperty("error").GetProperty("subcode").GetInt32());
    }
}
