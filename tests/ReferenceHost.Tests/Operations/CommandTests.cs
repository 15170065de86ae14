using System.Security.Cryptography;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Operations;

/// <summary>What an operator asks of the program instead of serving, each as a process of its own.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly StoreAccount _store = TwoStoresHost.Account("dogwood-hats", "840000000004", "940000000004");
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly TempFolder _folder = new();
    private GraphStub _graph = null!;
    private ShopifyStub _shopify = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphStub.StartAsync();
        _graph.Add(new StubNumber(_store.PhoneNumberId, _store.AccessToken));
        _shopify = await ShopifyStub.StartAsync("canary-api-key", TwoStoresHost.ApiSecret, Token);
    }

    [Fact]
    public async Task Database_is_checked_and_copied_and_its_key_ring_is_locked_by_the_configured_key()
    {
        var options = Options(("ShopBot__DataProtection__Key", _key));
        await using (var host = await HostProcess.StartAsync(options, cancellationToken: Token))
        {
            using var owner = new StoreOwner(host.Url, _store);
            await owner.ConnectAsync(Token);
            Assert.DoesNotContain("key ring is stored unprotected", host.Output.Text, StringComparison.Ordinal);
            Assert.Equal(0, (await HostProcess.RunAsync(options, ["health", new Uri(host.Url, "health/ready").AbsoluteUri], Token)).ExitCode);
        }

        var (code, output) = await HostProcess.RunAsync(options, ["database", "check"], Token);
        Assert.True(code == 0, output);
        (code, output) = await HostProcess.RunAsync(options, ["database", "backup", _folder.File("copy.db")], Token);
        Assert.True(code == 0, output);
        Assert.DoesNotContain("masterKey", await File.ReadAllTextAsync(_folder.File("copy.db"), System.Text.Encoding.Latin1, Token), StringComparison.Ordinal);

        Assert.Equal(1, (await HostProcess.RunAsync(options, ["health", "http://127.0.0.1:9/"], Token)).ExitCode);
        Assert.Equal(2, (await HostProcess.RunAsync(options, ["keys", "nonsense"], Token)).ExitCode);
    }

    [Fact]
    public async Task Keys_are_renewed_and_a_store_is_erased()
    {
        var options = Options(("ShopBot__DataProtection__Key", _key));
        await TalkAsync(options, "4915199918001", 1, connect: true);

        var second = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var renewed = Options(("ShopBot__DataProtection__Key", second), ("ShopBot__DataProtection__PreviousKeys__0", _key));
        var (code, output) = await HostProcess.RunAsync(renewed, ["keys", "renew"], Token);
        Assert.True(code == 0, output);
        (code, output) = await HostProcess.RunAsync(renewed, ["keys", "rewrap", _store.Domain], Token);
        Assert.True(code == 0, output);
        await TalkAsync(renewed, "4915199918002", 1, connect: false);

        // The whole ring is locked anew, so the first protection key is needed by nothing any more.
        (code, output) = await HostProcess.RunAsync(renewed, ["keys", "relock"], Token);
        Assert.True(code == 0, output);
        renewed = Options(("ShopBot__DataProtection__Key", second));
        (code, output) = await HostProcess.RunAsync(renewed, ["keys", "reencrypt", _store.Domain], Token);
        Assert.True(code == 0, output);
        (code, output) = await HostProcess.RunAsync(renewed, ["keys", "lookup", "renew"], Token);
        Assert.True(code == 0, output);
        (code, output) = await HostProcess.RunAsync(renewed, ["keys", "lookup", "rehash"], Token);
        Assert.True(code == 0, output);
        Assert.Equal(1, (await HostProcess.RunAsync(renewed, ["keys", "lookup", "retire"], Token)).ExitCode);
        await TalkAsync(renewed, "4915199918003", 1, connect: false);

        (code, output) = await HostProcess.RunAsync(renewed, ["stores", "erase", _store.Domain], Token);
        Assert.True(code == 0, output);
        Assert.Equal(1, (await HostProcess.RunAsync(renewed, ["stores", "erase", _store.Domain], Token)).ExitCode);
        Assert.Equal(1, (await HostProcess.RunAsync(renewed, ["keys", "rewrap", _store.Domain], Token)).ExitCode);
        Assert.Equal(1, (await HostProcess.RunAsync(renewed, ["keys", "reencrypt", _store.Domain], Token)).ExitCode);
    }

    [Fact]
    public async Task The_app_of_a_deployment_is_kept_and_serves_where_configuration_is_silent()
    {
        const string secret = "shpss_canary_kept_secret";
        var options = Options(("ShopBot__DataProtection__Key", _key));
        Assert.Equal(1, (await HostProcess.RunAsync(options, ["app", "show"], Token)).ExitCode);
        Assert.Equal(1, (await HostProcess.RunAsync(options, ["app", "set", "kept-client-id", $"{options.Url}shopify/callback"], Token)).ExitCode);
        var (code, output) = await HostProcess.RunAsync(options, ["app", "set", "kept-client-id", $"{options.Url}shopify/callback"], secret, Token);
        Assert.True(code == 0, output);
        (code, output) = await HostProcess.RunAsync(options, ["app", "show"], Token);
        Assert.True(code == 0 && output.Contains("kept-client-id", StringComparison.Ordinal), output);
        Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(options.Database, System.Text.Encoding.Latin1, Token), StringComparison.Ordinal);

        // Configuration that says nothing, and configuration that says it.
        await InstallsWithAsync(options with { Settings = options.Settings.Where(setting => !setting.Key.StartsWith("Shopify__Api", StringComparison.Ordinal) && setting.Key != "ShopBot__PublicUrl").ToDictionary() }, "kept-client-id");
        await InstallsWithAsync(options, "canary-api-key");
    }

    private static async Task InstallsWithAsync(HostOptions options, string clientId)
    {
        await using var host = await HostProcess.StartAsync(options, cancellationToken: Token);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var answer = await client.GetAsync(new Uri(host.Url, "shopify/install?shop=dogwood-hats.myshopify.com"), Token);
        var query = answer.Headers.Location?.Query ?? "";
        Assert.Contains($"client_id={clientId}", query, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString($"{options.Url}shopify/callback"), query, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_ring_without_protection_is_warned_about_at_each_start()
    {
        var options = Options();
        for (var start = 0; start < 2; start++)
        {
            await using var host = await HostProcess.StartAsync(options, cancellationToken: Token);
            await ShopBot.TestSupport.Waiting.Eventually.HoldsAsync(
                "the warning is there", () => host.Output.Text.Contains("key ring is stored unprotected", StringComparison.Ordinal), TimeSpan.FromSeconds(20), Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        await _shopify.DisposeAsync();
        _folder.Dispose();
    }

    private HostOptions Options(params (string Name, string Value)[] further) => TwoStoresHost.OptionsFor(_folder, _graph, _shopify, further);

    private async Task TalkAsync(HostOptions options, string person, int answers, bool connect)
    {
        await using var host = await HostProcess.StartAsync(options, cancellationToken: Token);
        using var owner = new StoreOwner(host.Url, _store);
        if (connect)
            await owner.ConnectAsync(Token);
        using var webhooks = new WebhookPoster(host.Url);
        await webhooks.PostSignedAsync(
            _store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text(person, "hi"))), Token);
        await _graph.WaitForAsync(person, answers, Token);
    }
}
