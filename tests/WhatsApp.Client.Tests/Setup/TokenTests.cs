using Microsoft.AspNetCore.Http;
using WhatsApp.Client.Tests.Media;

namespace WhatsApp.Client.Tests.Setup;

public sealed class TokenTests : IAsyncDisposable
{
    private readonly MediaCloud _cloud = new();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Token_is_read_whole_with_the_apps_token()
    {
        _cloud.OnJson("/v25.0/debug_token", """
            {"data":{"app_id":111,"application":"Bot","type":"SYSTEM_USER","is_valid":true,"issued_at":1760000000,"expires_at":1800000000,"data_access_expires_at":0,
             "user_id":"222","scopes":["whatsapp_business_management",7],"new":{},
             "granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["700100",700200]},{"scope":"whatsapp_business_messaging"},{"other":1}]}}
            """);

        var token = await _cloud.Sender.GetTokenInfoAsync(HealthyCloud.App, MediaCloud.Cancel);

        Assert.True(token.IsValid);
        Assert.Equal(("111", "Bot", "SYSTEM_USER", "222"), (token.AppId, token.AppName, token.Type, token.UserId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), token.IssuedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1800000000), token.ExpiresAt);
        Assert.Null(token.DataAccessExpiresAt);
        Assert.Equal(["whatsapp_business_management", "7"], token.Scopes);
        Assert.Equal(["700100", "700200"], token.GranularScopes[0].TargetIds);
        Assert.Null(token.GranularScopes[1].TargetIds);
        Assert.Equal(2, token.GranularScopes.Count);
        var request = Assert.Single(_cloud.Api.Requests);
        Assert.Equal(("?input_token=" + MediaCloud.Token, $"Bearer 111|{HealthyCloud.AppSecret}"), (request.Query, request.Authorization));
    }

    [Fact]
    public async Task Without_an_app_the_token_asks_about_itself()
    {
        _cloud.OnJson("/v25.0/debug_token", """{"data":{"is_valid":false,"error":{"code":190,"subcode":463}}}""");

        var token = await _cloud.Sender.GetTokenInfoAsync(cancellationToken: MediaCloud.Cancel);

        Assert.Equal((false, 190, 463), (token.IsValid, token.ErrorCode, token.ErrorSubcode));
        Assert.Empty(token.Scopes);
        Assert.Equal("Bearer " + MediaCloud.Token, Assert.Single(_cloud.Api.Requests).Authorization);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"scopes":{},"granular_scopes":"x","expires_at":"never"}}""")]
    public async Task Token_of_any_shape_is_read(string json)
    {
        _cloud.OnJson("/v25.0/debug_token", json);

        Assert.False((await _cloud.Sender.GetTokenInfoAsync(HealthyCloud.App, MediaCloud.Cancel)).IsValid);
    }

    [Theory]
    [InlineData("", "secret")]
    [InlineData("1/1", "secret")]
    [InlineData("111", "")]
    [InlineData("111", "a secret")]
    public void App_is_checked_and_its_secret_not_shown(string id, string secret)
    {
        Assert.Throws<ArgumentException>(() => new MetaApp(id, secret));
        Assert.DoesNotContain(HealthyCloud.AppSecret, HealthyCloud.App.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_webhooks_are_read()
    {
        _cloud.OnJson("/v25.0/111/subscriptions", """
            {"data":[{"object":"whatsapp_business_account","callback_url":"https://bot.example/wa","active":true,"fields":[{"name":"messages","version":"v25.0"},"account_update"]},{"object":"page"}]}
            """);

        var webhooks = await _cloud.Sender.GetAppWebhooksAsync(HealthyCloud.App, MediaCloud.Cancel);

        Assert.Equal(["messages", "account_update"], webhooks[0].Fields);
        Assert.Equal((true, new Uri("https://bot.example/wa")), (webhooks[0].IsActive, webhooks[0].CallbackUrl));
        Assert.Equal((false, null), (webhooks[1].IsActive, webhooks[1].CallbackUrl));
    }
}
