using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Waiting;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Owner;

/// <summary>What a removed app and the three requests of privacy laws do: seen in the database, and in what a customer gets next.</summary>
public sealed class ComplianceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_is_exported_and_forgotten_and_another_one_stays()
    {
        await using var world = await OwnerWorld.StartAsync("compliance", hosts: 1, withBrowser: false);
        using var owner = await ConnectAsync(world);
        var nora = world.WhatsApp.AddPhone("Nora", waId: "4915550002222", userId: null);
        await SayAndReadAsync(world, world.Mira, "hi");
        await SayAndReadAsync(world, nora, "hi");
        Assert.Equal(2, People(world));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(world, "customers/data_request", Customer("orders_requested", ",\"data_request\":{\"id\":99}")));
        var page = await owner.Browser.OpenAsync(new Uri(world.Url, "shopify/admin/privacy"), Token);
        var export = await owner.Browser.OpenAsync(new Uri(world.Url, ExportOf(page.Html)), Token);
        Assert.Contains("4915550001111", export.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("4915550002222", export.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(world, "customers/redact", Customer("orders_to_redact", "")));

        Assert.Equal(1, People(world));
        foreach (var table in new[] { "customer_aliases", "inbox", "outbox", "timers", "events" })
            Assert.Equal(["0"], Query(world, $"SELECT COUNT(*) FROM {table} WHERE customer_id IS NOT NULL AND (store_id, customer_id) NOT IN (SELECT store_id, customer_id FROM lanes)"));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Browser.OpenAsync(export.Address, Token)).Status);
        page = await owner.Browser.OpenAsync(new Uri(world.Url, "shopify/admin/privacy"), Token);
        Assert.Contains("The conversation was erased.", page.Text, StringComparison.Ordinal);
        await SayAndReadAsync(world, world.Mira, "hi");
        Assert.Equal(2, People(world));
    }

    [Fact]
    public async Task Without_the_app_nobody_is_answered_and_with_it_again_everything_goes_on_until_the_shop_is_erased()
    {
        await using var world = await OwnerWorld.StartAsync("uninstall", hosts: 1, withBrowser: false);
        using var owner = await ConnectAsync(world);
        await SayAndReadAsync(world, world.Mira, "hi");

        await UninstallAsync(world, owner);
        var before = world.Mira.Chat(world.Number).Count;
        await world.Mira.SaysAsync(world.Number, "hi, are you there", Token);
        await owner.InstallAsync(Token);
        var back = await owner.Browser.OpenAsync(new Uri(world.Url, "shopify/admin"), Token);
        Assert.Contains("The bot is on", back.Text, StringComparison.Ordinal);
        await SayAndReadAsync(world, world.Mira, "hi");
        Assert.Equal(before + 3, world.Mira.Chat(world.Number).Count);

        await UninstallAsync(world, owner);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(world, "shop/redact", $$"""{"shop_id":1,"shop_domain":"{{world.Account.Domain}}"}"""));
        foreach (var table in new[] { "customers", "customer_aliases", "lanes", "inbox", "outbox", "events", "timers" })
            Assert.Equal(0, Count(world, table));
        Assert.Equal(["harbour-books.myshopify.com"], Query(world, "SELECT shop_domain FROM stores"));
        var secrets = Query(world, "SELECT COUNT(*) FROM credentials WHERE store_id NOT IN (SELECT store_id FROM stores)");
        Assert.Equal(["0"], secrets);
        Assert.Equal(HttpStatusCode.Unauthorized, (await owner.Browser.OpenAsync(new Uri(world.Url, "shopify/admin"), Token)).Status);
    }

    [Theory]
    [InlineData("customers/data_request")]
    [InlineData("customers/redact")]
    [InlineData("shop/redact")]
    [InlineData("app/uninstalled")]
    public async Task A_wrong_signature_is_answered_with_exactly_401(string topic)
    {
        await using var world = await OwnerWorld.StartAsync("forged", hosts: 1, withBrowser: false);
        using var owner = await ConnectAsync(world);
        await SayAndReadAsync(world, world.Mira, "hi");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(world, topic, Customer("orders_to_redact", ""), "shpss_somebody_elses_secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(world, topic, Customer("orders_to_redact", ""), secret: null));

        Assert.Equal(1, People(world));
        await SayAndReadAsync(world, world.Mira, "hi");
    }

    private static async Task<StoreOwner> ConnectAsync(OwnerWorld world)
    {
        var owner = new StoreOwner(world.Url, world.Account);
        await owner.ConnectAsync(Token);
        Assert.True((await world.Number.SetWebhookAsync(new Uri(world.Url, "whatsapp/webhook"), world.Account.VerifyToken, Token)).Succeeded);
        return owner;
    }

    private static async Task UninstallAsync(OwnerWorld world, StoreOwner owner)
    {
        world.Shop.Uninstall();
        await Eventually.HoldsAsync(
            "the owner is signed out",
            async () => (await owner.Browser.OpenAsync(new Uri(world.Url, "shopify/admin"), Token)).Status == HttpStatusCode.Unauthorized, Patience, Token);
        await Eventually.HoldsAsync(
            "the bot is off", () => Query(world, $"SELECT whatsapp_enabled FROM stores WHERE shop_domain = '{world.Account.Domain}'")[0] == "0", Patience, Token);
    }

    private static async Task SayAndReadAsync(OwnerWorld world, EmulatedPhone phone, string text)
    {
        var before = phone.Chat(world.Number).Count;
        await phone.SaysAsync(world.Number, text, Token);
        await Eventually.HoldsAsync("an answer", () => phone.Chat(world.Number).Count >= before + 2, Patience, Token);
    }

    private static string Customer(string orders, string more) =>
        $$"""{"shop_id":1,"shop_domain":"lumen-and-oak.myshopify.com","customer":{"id":7,"email":"mira@example.com","phone":"+49 1555 0001111"},"{{orders}}":[]{{more}}}""";

    private static async Task<HttpStatusCode> PostAsync(OwnerWorld world, string topic, string body, string? secret = "shpss_emulator_secret")
    {
        using var client = Http.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Url, "shopify/webhooks")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.Add("X-Shopify-Hmac-Sha256", Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
        request.Headers.Add("X-Shopify-Topic", topic);
        request.Headers.Add("X-Shopify-Shop-Domain", world.Account.Domain);
        request.Headers.Add("X-Shopify-API-Version", "2026-10");
        request.Headers.Add("X-Shopify-Webhook-Id", Guid.NewGuid().ToString());
        request.Headers.Add("X-Shopify-Triggered-At", TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private static string ExportOf(string html)
    {
        var start = html.IndexOf("/shopify/admin/privacy/", StringComparison.Ordinal);
        Assert.True(start > 0, html);
        return html[(start + 1)..html.IndexOf('"', start)];
    }

    /// <summary>The lane of the store itself is nobody's.</summary>
    private static int People(OwnerWorld world) => int.Parse(
        Query(world, "SELECT COUNT(*) FROM lanes WHERE channel <> 'store' AND store_id NOT IN (SELECT store_id FROM stores WHERE shop_domain = 'harbour-books.myshopify.com')")[0],
        CultureInfo.InvariantCulture);

    private static int Count(OwnerWorld world, string table) => int.Parse(
        Query(world, $"SELECT COUNT(*) FROM {table} WHERE store_id NOT IN (SELECT store_id FROM stores WHERE shop_domain = 'harbour-books.myshopify.com')")[0], CultureInfo.InvariantCulture);

    private static List<string> Query(OwnerWorld world, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={world.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
            rows.Add(Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }
}
