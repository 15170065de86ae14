using System.Net;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>A host whose operator has a Meta app of his own: stores without an app secret use it.</summary>
public sealed class PlatformAppTests : IAsyncLifetime
{
    private const string PlatformSecret = "canarysecret-of-the-platform";
    private readonly TempFolder _folder = new();
    private readonly StoreAccount _store = TwoStoresHost.Account("cedar-hats", "830000000003", "930000000003") with { AppSecret = "" };
    private GraphStub _graph = null!;
    private ShopifyStub _shopify = null!;
    private HostProcess _host = null!;
    private WebhookPoster _webhooks = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphStub.StartAsync();
        _graph.Add(new StubNumber(_store.PhoneNumberId, _store.AccessToken));
        _shopify = await ShopifyStub.StartAsync("platform-key", TwoStoresHost.ApiSecret);
        _host = await HostProcess.StartAsync(TwoStoresHost.OptionsFor(_folder, _graph, _shopify, ("WhatsApp__AppSecret", PlatformSecret)));
        _webhooks = new WebhookPoster(_host.Url);
    }

    [Fact]
    public async Task The_platform_s_signature_speaks_for_stores_without_a_secret_and_for_what_belongs_to_nobody()
    {
        using var owner = new StoreOwner(_host.Url, _store);
        await owner.ConnectAsync(Token);
        var person = "4915199920001";

        Assert.Equal(HttpStatusCode.BadRequest, await _webhooks.PostSignedAsync(PlatformSecret, "this is not JSON"u8.ToArray(), Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await _webhooks.PostSignedAsync("another secret", "this is not JSON"u8.ToArray(), Token));
        Assert.Equal(HttpStatusCode.OK, await _webhooks.PostSignedAsync(PlatformSecret, """{"object":"page","something":[1]}"""u8.ToArray(), Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await _webhooks.PostSignedAsync("another secret", """{"object":"page","something":[1]}"""u8.ToArray(), Token));
        var message = MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(person, "hi")));
        Assert.Equal(HttpStatusCode.OK, await _webhooks.PostSignedAsync(PlatformSecret, message, Token));

        Assert.Equal(_store.WelcomeMessage, (await _graph.WaitForAsync(person, 1, Token))[0].Text);
    }

    public async ValueTask DisposeAsync()
    {
        _webhooks?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _graph.DisposeAsync();
        await _shopify.DisposeAsync();
        _folder.Dispose();
    }
}
