using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.DependencyInjection;

public sealed class MissingRegistrationTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public void Start_WithoutStorage_NamesTheCall()
    {
        _services.AddWhatsAppClient();
        _services.AddShopBot().AddFlow<CountingFlow>();

        AssertNamed<IEnumerable<IHostedService>>("AddShopBotSqlite()");
        AssertNamed<StoreRegistry>("AddShopBotSqlite()");
    }

    [Fact]
    public void Start_WithoutFlow_NamesTheCall()
    {
        _services.AddWhatsAppClient();
        _services.AddShopBotInMemory();
        _services.AddShopBot();

        AssertNamed<WhatsAppInbox>("AddFlow<TFlow>()");
        AssertNamed<IEnumerable<IHostedService>>("AddFlow<TFlow>()");
    }

    [Fact]
    public void Start_WithoutWhatsAppClient_NamesTheCall()
    {
        _services.AddShopBotInMemory();
        _services.AddShopBot().AddFlow<CountingFlow>();

        AssertNamed<WhatsAppSetup>("AddWhatsAppClient()");
        AssertNamed<IEnumerable<IHostedService>>("AddWhatsAppClient()");
    }

    [Fact]
    public void AddShopBot_Twice_RegistersOnceAndKeepsBothSettings()
    {
        _services.AddWhatsAppClient();
        _services.AddShopBotInMemory();
        _services.AddShopBot(o => o.MaxTurnAttempts = 7).AddFlow<CountingFlow>();
        _services.AddShopBot(o => o.MaxConcurrentTurns = 9);
        _services.AddSingleton(new FlowProbe());

        using var provider = _services.BuildServiceProvider();

        Assert.Single(provider.GetServices<IHostedService>(), service => service.GetType().Namespace == "ShopBot.Engine.Hosting");
        Assert.Single(provider.GetServices<IFlow>());
        var options = provider.GetRequiredService<IOptions<ShopBotOptions>>().Value;
        Assert.Equal((7, 9), (options.MaxTurnAttempts, options.MaxConcurrentTurns));
    }

    private void AssertNamed<T>(string call)
        where T : notnull
    {
        _services.AddSingleton(new FlowProbe());
        using var provider = _services.BuildServiceProvider();

        var fault = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<T>());
        Assert.Contains(call, fault.Message, StringComparison.Ordinal);
    }
}
