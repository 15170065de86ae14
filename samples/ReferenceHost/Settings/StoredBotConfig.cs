using ShopBot.Engine;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ReferenceHost.Settings;

/// <summary>The app of this deployment as an operator stored it (<c>app set</c>), for what configuration does not say.</summary>
internal static class StoredBotConfig
{
    private const string PublicUrl = "ShopBot:PublicUrl";
    private const string ApiKey = "Shopify:ApiKey";
    private const string ApiSecret = "Shopify:ApiSecret";

    /// <summary>Reads it where one of its settings is absent, and gives those and no others to the configuration. A database that is not there yet has none.</summary>
    public static async Task AddStoredBotConfigAsync(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        string[] keys = [PublicUrl, ApiKey, ApiSecret];
        var absent = keys.Where(key => string.IsNullOrWhiteSpace(configuration[key])).ToList();
        if (absent.Count == 0 || (builder.Environment.IsDevelopment() && configuration.GetValue("ShopBot:Demo", true)))
            return;
        var services = new ServiceCollection();
        if (!HostSettings.TryAddStorage(services, configuration))
            return;
        services.AddShopBot().AddKeyRingProtection(configuration);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IStorageLifecycle>().InitializeAsync(provider.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await provider.GetRequiredService<BotConfigs>().FindAsync() is not { } stored)
            return;
        var values = new Dictionary<string, string?>
        {
            [PublicUrl] = stored.RedirectUrl.GetLeftPart(UriPartial.Authority),
            [ApiKey] = stored.ClientId,
            [ApiSecret] = stored.SecretKey,
        };
        configuration.AddInMemoryCollection(values.Where(value => absent.Contains(value.Key)));
    }
}
