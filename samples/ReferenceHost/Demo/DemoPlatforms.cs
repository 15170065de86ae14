using ReferenceHost.Settings;
using Shopify.Emulator;
using WhatsApp.Emulator;

namespace ReferenceHost.Demo;

/// <summary>
/// Both platforms, emulated in this process on loopback ports. The host speaks to them over HTTP with its ordinary clients: only addresses and
/// keys in the configuration differ from production.
/// </summary>
internal sealed class DemoPlatforms : IAsyncDisposable
{
    private const int WhatsAppPort = 5081;
    private const int ShopifyPort = 5082;

    private DemoPlatforms(WhatsAppEmulator whatsApp, ShopifyEmulator shopify, Uri publicUrl)
    {
        WhatsApp = whatsApp;
        Shopify = shopify;
        PublicUrl = publicUrl;
    }

    public WhatsAppEmulator WhatsApp { get; }

    public ShopifyEmulator Shopify { get; }

    public Uri PublicUrl { get; }

    /// <summary>The phone page.</summary>
    public Uri PhoneUrl => new(WhatsApp.BaseUrl, "phone");

    /// <summary>Signs the visitor in as the demo store's owner, by way of Shopify's installation.</summary>
    public Uri OwnerUrl => new(PublicUrl, $"/shopify/install?shop={DemoStore.Domain}");

    /// <summary>Starts the emulators when <c>ShopBot:Demo</c> says so (in Development unless it says no) and points the configuration at them.</summary>
    /// <exception cref="InvalidOperationException">The host would listen beyond this computer.</exception>
    public static async Task<DemoPlatforms?> StartIfWantedAsync(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!configuration.GetValue("ShopBot:Demo", builder.Environment.IsDevelopment()))
            return null;
        var publicUrl = HostAddress.Local(configuration);
        if (HostAddress.All(configuration).FirstOrDefault(address => !IsLoopback(address)) is { } open)
            throw new InvalidOperationException($"The demo refuses to listen on {open}: everybody could use its known secrets. Listen on localhost, or set ShopBot:Demo=false.");

        var whatsApp = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { Port = FreePort.PreferablyOn(WhatsAppPort) });
        var shopify = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions
        {
            Port = FreePort.PreferablyOn(ShopifyPort),
            ApiKey = DemoStore.ApiKey,
            ApiSecret = DemoStore.ApiSecret,
            RedirectUris = [new Uri(publicUrl, "/shopify/callback").AbsoluteUri],
            AllowHttpWebhookAddresses = true,
        });
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ShopBot:PublicUrl"] = publicUrl.AbsoluteUri,
            ["WhatsApp:BaseUrl"] = whatsApp.BaseUrl.AbsoluteUri,
            ["Shopify:BaseUrl"] = shopify.ShopBaseUrlTemplate,
            ["Shopify:ApiKey"] = DemoStore.ApiKey,
            ["Shopify:ApiSecret"] = DemoStore.ApiSecret,
        });
        return new DemoPlatforms(whatsApp, shopify, publicUrl);
    }

    /// <summary>Adds the installation of the demo store, which runs once the host listens.</summary>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddHttpClient(OwnerBrowser.ClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddHostedService<DemoInstaller>();
    }

    public async ValueTask DisposeAsync()
    {
        await WhatsApp.DisposeAsync();
        await Shopify.DisposeAsync();
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
