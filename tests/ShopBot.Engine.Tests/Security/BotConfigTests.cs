using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Security;

public sealed class BotConfigTests
{
    private static readonly Uri Redirect = new("https://bot.example.com/shopify/callback");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_Twice_KeepsTheLastOneAndWhenTheFirstWasWritten()
    {
        await using var host = await EngineHost.StartAsync();
        var configs = host.Services.GetRequiredService<BotConfigs>();
        Assert.Null(await configs.FindAsync(Token));

        var first = await configs.SaveAsync(new BotConfig("id-1", "canary-secret", Redirect), Token);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await configs.SaveAsync(new BotConfig("id-2", "canary-secret", Redirect), Token);

        Assert.Equal(new BotConfig("id-2", "canary-secret", Redirect, first.CreatedAt, first.CreatedAt.AddSeconds(1)), await configs.FindAsync(Token));
        var stored = (await host.Services.GetRequiredService<ICredentialStore>().FindAsync(new StoreId(Guid.Empty), "bot_config", Token))!;
        Assert.DoesNotContain("canary", System.Text.Encoding.Latin1.GetString(stored.Value.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", (await configs.FindAsync(Token))!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_WithoutASecretOrAnAbsoluteAddress_IsRefused()
    {
        await using var host = await EngineHost.StartAsync();
        var configs = host.Services.GetRequiredService<BotConfigs>();

        await Assert.ThrowsAsync<ArgumentException>(() => configs.SaveAsync(new BotConfig("id", " ", Redirect), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => configs.SaveAsync(new BotConfig("id", "secret", new Uri("/callback", UriKind.Relative)), Token));
    }
}
