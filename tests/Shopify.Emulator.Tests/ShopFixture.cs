using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Tests;

/// <summary>One emulator with one shop, spoken to with a plain HttpClient over real loopback HTTP.</summary>
public sealed class ShopFixture : IAsyncDisposable
{
    public const string Domain = "demo-shop.myshopify.com";
    public const string Callback = "http://localhost:5000/shopify/callback";
    public const string Secret = "shpss_test_secret";
    public const string Key = "test-api-key";

    public static readonly string[] AllScopes =
    [
        "write_products", "write_orders", "write_customers", "write_draft_orders", "read_discounts", "read_fulfillments", "read_inventory", "read_locations",
        "read_translations", "read_locales", "read_markets", "read_legal_policies", "read_files",
        "unauthenticated_read_product_listings", "unauthenticated_read_product_inventory", "unauthenticated_read_product_tags",
        "unauthenticated_read_selling_plans", "unauthenticated_write_checkouts",
    ];

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private ShopFixture(ShopifyEmulator emulator, EmulatedShop shop, FakeTimeProvider time)
    {
        Emulator = emulator;
        Shop = shop;
        Time = time;
        Token = shop.IssueAccessToken(AllScopes);
    }

    public ShopifyEmulator Emulator { get; }

    public EmulatedShop Shop { get; }

    public FakeTimeProvider Time { get; }

    public string Token { get; set; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<ShopFixture> StartAsync(Action<ShopifyEmulatorOptions>? configure = null, ShopCatalog? catalog = null)
    {
        var time = new FakeTimeProvider(Start);
        var options = new ShopifyEmulatorOptions { TimeProvider = time, ApiKey = Key, ApiSecret = Secret, RedirectUris = [Callback] };
        configure?.Invoke(options);
        var emulator = await ShopifyEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        return new(emulator, emulator.AddShop(Domain, catalog), time);
    }

    public Task<HttpResponseMessage> PostAdminAsync(string query, object? variables = null, string? token = null, string version = "2026-10") =>
        PostAsync($"{Shop.Url}/admin/api/{version}/graphql.json", "X-Shopify-Access-Token", token ?? Token, query, variables);

    public Task<HttpResponseMessage> PostStorefrontAsync(string query, object? variables = null, string? token = null) =>
        PostAsync($"{Shop.Url}/api/2026-10/graphql.json", "Shopify-Storefront-Private-Token", token ?? Token, query, variables);

    /// <summary>An Admin call to another shop of the same emulator.</summary>
    public Task<HttpResponseMessage> PostToAsync(EmulatedShop shop, string query, string token) =>
        PostAsync($"{shop.Url}/admin/api/2026-10/graphql.json", "X-Shopify-Access-Token", token, query, null);

    public async Task<JsonNode> AdminAsync(string query, object? variables = null, string? token = null) => await ReadAsync(await PostAdminAsync(query, variables, token));

    public async Task<JsonNode> StorefrontAsync(string query, object? variables = null, string? token = null) => await ReadAsync(await PostStorefrontAsync(query, variables, token));

    /// <summary>The <c>data</c> of an Admin answer that must have no errors.</summary>
    public async Task<JsonNode> AdminDataAsync(string query, object? variables = null) => Data(await AdminAsync(query, variables));

    /// <summary>The <c>data</c> of a Storefront answer that must have no errors.</summary>
    public async Task<JsonNode> StorefrontDataAsync(string query, object? variables = null) => Data(await StorefrontAsync(query, variables));

    public CatalogProduct Product(string handle) => Shop.Products.Single(p => p.Handle == handle);

    public CatalogVariant Variant(string handle, string title) => Product(handle).Variants.Single(v => string.Join(" / ", v.OptionValues) == title);

    public static string VariantGid(CatalogVariant variant) => $"gid://shopify/ProductVariant/{variant.Id}";

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Makes a call that is never answered, and gives it up as soon as its effect (or the time for it) has come.</summary>
    public static async Task GiveUpAsync(Func<CancellationToken, Task> call, Func<bool> until)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = call(patience.Token);
        for (var i = 0; i < 200 && !until(); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    private static JsonNode Data(JsonNode answer)
    {
        Assert.True(answer["errors"] is null, answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }

    private async Task<HttpResponseMessage> PostAsync(string url, string header, string token, string query, object? variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(new { query, variables }, options: JsonSerializerOptions.Web) };
        if (token.Length > 0) request.Headers.Add(header, token);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
