using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Tests.Support;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Stubs;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Tests.Concurrency;

/// <summary>Five taps at once that add five products are five lines, whatever keeps the conversation.</summary>
public sealed class TapsAtOnceTests
{
    private const string Number = "100200300";
    private const string Person = "15550001111";
    private const string Secret = "app-secret-of-the-store";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task In_memory() => FiveTapsAsync(static services => services.AddShopBotInMemory());

    [Fact]
    public async Task Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-taps-").FullName;
        try
        {
            await FiveTapsAsync(services => services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={Path.Combine(folder, "taps.db")};Pooling=false"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Postgres()
    {
        if (!PostgresServer.IsAvailable)
        {
            Assert.False(Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1", "PostgreSQL is required here and is not installed.");
            Assert.Skip("PostgreSQL is not installed and SHOPBOT_TEST_POSTGRES is not set.");
        }

        await using var server = await PostgresServer.StartAsync(cancellationToken: Token);
        var name = $"taps_{Environment.ProcessId}";
        await using (var connection = new NpgsqlConnection($"{server.Address};Database=postgres;Pooling=false"))
        {
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand($"create database {name}", connection);
            await command.ExecuteNonQueryAsync(Token);
        }

        await FiveTapsAsync(services => services.AddShopBotPostgres(o => o.ConnectionString = $"{server.Address};Database={name};Maximum Pool Size=8"));
    }

    private static async Task FiveTapsAsync(Action<IServiceCollection> addStorage)
    {
        await using var graph = await GraphStub.StartAsync(Token);
        graph.Add(new StubNumber(Number, "token-of-the-number"));
        var shop = new FakeShop();
        for (var i = 1; i <= 5; i++)
            shop.Add($"Thing {i}", i);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddWhatsAppClient(o =>
        {
            o.BaseUrl = graph.Url;
            o.Pacing.PairInterval = TimeSpan.Zero;
            o.Pacing.MessagesPerSecond = 10_000;
        });
        addStorage(builder.Services);
        builder.Services.AddSingleton<IShopCatalog>(shop);
        builder.Services.AddSingleton<IShopCheckout>(shop);
        builder.Services.AddShopBot(o => o.ReadReceipts = ShopBot.Engine.ReadReceipts.Never).AddShopping();
        using var host = builder.Build();
        await host.StartAsync(Token);
        await InstallAsync(host.Services);

        await Task.WhenAll(Enumerable.Range(1, 5).Select(i => AcceptAsync(host.Services, Tap(i))));
        await graph.WaitForAsync(Person, 5, Token);
        await AcceptAsync(host.Services, Text("cart"));
        var cart = (await graph.WaitForAsync(Person, 6, Token))[^1].Text;

        for (var i = 1; i <= 5; i++)
            Assert.Contains($"Thing {i}:", cart, StringComparison.Ordinal);
        Assert.Contains("15.00", cart, StringComparison.Ordinal);
        await host.StopAsync(Token);
    }

    private static async Task InstallAsync(IServiceProvider services)
    {
        const string shop = "demo-shop.myshopify.com";
        await services.GetRequiredService<StoreRegistry>().InstallAsync(new ShopInstallation(shop, "Demo Shop", "EUR", null), Token);
        var result = await services.GetRequiredService<WhatsAppSetup>().ApplyAsync(
            shop,
            new WhatsAppSettings { Enabled = true, AccessToken = "token-of-the-number", PhoneNumberId = Number, BusinessAccountId = "900", VerifyToken = "verify", AppSecret = Secret },
            Token);
        Assert.True(result.Saved, string.Join(' ', result.Faults.Select(fault => fault.Message)));
    }

    private static async Task AcceptAsync(IServiceProvider services, string body)
    {
        var store = await services.GetRequiredService<StoreRegistry>().FindByPhoneNumberIdAsync(Number, Token);
        await services.GetRequiredService<WhatsAppInbox>().AcceptAsync([.. WebhookReader.Read(Encoding.UTF8.GetBytes(body)).Select(occurred => new InboxAddress(occurred, store))], Token);
    }

    private static string Tap(int product)
    {
        var id = $$"""shop.1:AddToCart{"id":"gid://shopify/ProductVariant/{{product}}","quantity":1}""";
        return Message($"tap.{product}", $$"""
            "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":{{JsonSerializer.Serialize(id)}},"title":"Add to cart"} }
            """);
    }

    private static string Text(string text) => Message("text." + text, $$"""
        "type":"text","text":{"body":{{JsonSerializer.Serialize(text)}} }
        """);

    private static string Message(string id, string content) => $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100","phone_number_id":"{{{Number}}}"},
        "contacts":[{"wa_id":"{{{Person}}}","profile":{"name":"Ada"}}],"messages":[{"from":"{{{Person}}}","id":"wamid.{{{id}}}","timestamp":"{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}",{{{content}}} }] } }]}]}
        """;
}
