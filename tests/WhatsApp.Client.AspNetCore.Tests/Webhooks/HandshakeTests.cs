using System.Net;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

public sealed class HandshakeTests : IAsyncDisposable
{
    private readonly WebhookServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Right_token_gets_the_raw_challenge_as_plain_text()
    {
        var response = await _server.GetAsync("?hub.mode=subscribe&hub.challenge=1158201444%3Cb%3E&hub.verify_token=my-token");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1158201444<b>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong")]
    [InlineData("?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=my-token")]
    [InlineData("?hub.challenge=1&hub.verify_token=my-token")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=")]
    [InlineData("?hub.mode=subscribe&hub.verify_token=my-token")]
    [InlineData("?hub_mode=subscribe&hub_challenge=1&hub_verify_token=my-token")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong&hub.verify_token=my-token")]
    public async Task Anything_else_is_403(string query)
    {
        var response = await _server.GetAsync(query);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
