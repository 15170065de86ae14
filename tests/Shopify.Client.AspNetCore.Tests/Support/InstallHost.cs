using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Auth;

namespace Shopify.Client.AspNetCore.Tests.Support;

/// <summary>The real endpoints on loopback, the shop stubbed, the browser and Shopify's signatures played by the test.</summary>
internal sealed class InstallHost : IAsyncDisposable
{
    public const string Secret = "shpss_test_secret";
    public const string Shop = "demo-shop.myshopify.com";
    private readonly WebApplication _app;
    private readonly HttpClient _browser;

    private InstallHost(WebApplication app, Uri address, StubTokenEndpoint stub, FakeTimeProvider time)
    {
        _app = app;
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        Stub = stub;
        Time = time;
    }

    public StubTokenEndpoint Stub { get; }

    public FakeTimeProvider Time { get; }

    public IReadOnlyList<ShopifyInstallation> Installations => [.. _app.Services.GetRequiredService<RecordingInstallHandler.Log>().Installations];

    public static async Task<InstallHost> StartAsync(Action<ShopifyAppOptions>? configure = null, string? next = null)
    {
        var stub = await StubTokenEndpoint.StartAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var builder = Loopback.Builder();
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(new RecordingInstallHandler.Log { Next = next });
        builder.Services.AddShopifyClient(options =>
        {
            options.BaseUrl = stub.Address + "{shop}";
            options.AuthorizeBaseUrl = "https://{shop}";
        });
        builder.Services.AddShopifyApp(options =>
        {
            options.ApiKey = "client-id";
            options.ApiSecret = Secret;
            options.Scopes = ["read_products", "read_orders"];
            configure?.Invoke(options);
        });
        builder.Services.AddShopifyInstall<RecordingInstallHandler>(static options => options.PublicUrl = new Uri("https://app.example/base/"));
        var app = builder.Build();
        app.MapShopifyInstall("/shopify/install", "/shopify/callback");
        return new InstallHost(app, await app.StartedAsync(), stub, time);
    }

    /// <summary>Signs parameters as Shopify does when no value needs escaping.</summary>
    public static string Sign(string secret, params IEnumerable<(string Key, string Value)> parameters)
    {
        var text = string.Join('&', parameters.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={pair.Value}"));
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Signs parameters as Shopify does (percent-encoded, blanks as %20), and puts them into an address.</summary>
    public static string Signed(string path, IEnumerable<KeyValuePair<string, string>> parameters, bool withSignature = true)
    {
        var all = parameters.ToList();
        var text = string.Join('&', all.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={Minimal(pair.Value)}"));
        var hmac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));
        var query = string.Join('&', all.Select(static pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return $"{path}?{query}{(withSignature ? "&hmac=" + hmac : "")}";
    }

    /// <summary>What Shopify sends the merchant back with.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters(string state) =>
    [
        new("code", "c0de"), new("host", "YWRtaW4"), new("shop", Shop), new("state", state),
        new("timestamp", Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static string SignedCallback(IEnumerable<KeyValuePair<string, string>> parameters, bool withSignature = true) =>
        Signed("/shopify/callback", parameters, withSignature);

    public Task<HttpResponseMessage> GetAsync(string path, string? cookie = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<BegunInstall> BeginAsync(string shop = Shop)
    {
        using var response = await GetAsync("/shopify/install?shop=" + shop);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        var query = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        return new BegunInstall(response.Headers.Location, query["state"].ToString(), Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    /// <summary>The query with which Shopify sends the merchant back.</summary>
    public string Callback(string state, string shop = Shop, string code = "c0de", string secret = Secret, TimeSpan age = default)
    {
        var timestamp = (Time.GetUtcNow() - age).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] parameters = [("code", code), ("host", "YWRtaW4"), ("shop", shop), ("state", state), ("timestamp", timestamp)];
        return $"/shopify/callback?code={code}&hmac={Sign(secret, parameters)}&host=YWRtaW4&shop={shop}&state={state}&timestamp={timestamp}";
    }

    private static string Minimal(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
