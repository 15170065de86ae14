using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WhatsApp.Client.Tests.Media;

namespace WhatsApp.Client.Tests.Setup;

public sealed class SubscriptionTests : IAsyncDisposable
{
    private const string Path = "/v25.0/700100/subscribed_apps";
    private static readonly WabaId Waba = new("700100");
    private readonly MediaCloud _cloud = new();
    private string _body = "";

    public SubscriptionTests() => _cloud.On(Path, async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        _body = await reader.ReadToEndAsync();
        await context.Response.WriteAsync("""{"success":true}""");
    });

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Subscribing_posts_an_empty_object()
    {
        await _cloud.Sender.SubscribeAppAsync(Waba, MediaCloud.Cancel);

        Assert.Equal(("POST", "{}"), (_cloud.Api.Requests.Single().Method, _body));
    }

    [Fact]
    public async Task Subscribing_with_an_override_names_it()
    {
        await _cloud.Sender.SubscribeAppAsync(Waba, new WebhookOverride(new Uri("https://bot.example/wä"), "verify \"me\""), MediaCloud.Cancel);

        var body = JsonNode.Parse(_body)!.AsObject();
        Assert.Equal(("https://bot.example/w%C3%A4", "verify \"me\""), ((string?)body["override_callback_uri"], (string?)body["verify_token"]));
        Assert.Equal(2, body.Count);
    }

    [Fact]
    public async Task Unsubscribing_deletes()
    {
        await _cloud.Sender.UnsubscribeAppAsync(Waba, MediaCloud.Cancel);

        Assert.Equal(("DELETE", ""), (_cloud.Api.Requests.Single().Method, _body));
    }

    [Fact]
    public async Task Changes_need_success()
    {
        _cloud.OnJson(Path, """{"success":false}""");

        await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.Sender.UnsubscribeAppAsync(Waba, MediaCloud.Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender.UnsubscribeAppAsync(default, MediaCloud.Cancel));
    }

    [Fact]
    public async Task Subscribed_apps_are_read_with_their_overrides()
    {
        _cloud.OnJson(Path, """
            {"data":[{"whatsapp_business_api_data":{"id":"111","name":"Bot","link":"https://x.example"},"override_callback_uri":"https://bot.example/wa"},
             {"whatsapp_business_api_data":{"id":222},"override_callback_uri":""},{"odd":1},7]}
            """);

        var apps = await _cloud.Sender.GetSubscribedAppsAsync(Waba, MediaCloud.Cancel);

        Assert.Equal(
            [
                new AppSubscription { AppId = "111", Name = "Bot", OverrideCallbackUri = new Uri("https://bot.example/wa") },
                new AppSubscription { AppId = "222" },
            ],
            apps);
    }

    [Theory]
    [InlineData("ftp://bot.example/wa", "v")]
    [InlineData("/wa", "v")]
    public void Override_is_checked_and_its_token_not_shown(string address, string token)
    {
        Assert.Throws<ArgumentException>(() => new WebhookOverride(new Uri(address, UriKind.RelativeOrAbsolute), token));
        Assert.Throws<ArgumentException>(() => new WebhookOverride(new Uri("https://bot.example"), ""));
        Assert.DoesNotContain("s3cret", new WebhookOverride(new Uri("https://bot.example"), "s3cret").ToString(), StringComparison.Ordinal);
    }
}
