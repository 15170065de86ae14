using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;

// Times the first thing a fresh process does, from the first line of its program: a products page through the whole client ("client"), or the
// least anybody must do ("bare": the platform's HTTP client and a JSON document). "warm" is the client in a process that has used HTTP before.
var started = Stopwatch.GetTimestamp();
var (mode, address) = (args[0], args[1]);
if (mode != "client")
    await AskBareAsync(address);
if (mode == "warm")
    started = Stopwatch.GetTimestamp();
if (mode != "bare")
    await AskClientAsync(address);
var taken = Stopwatch.GetElapsedTime(started);
Console.Write(taken.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture));

static async Task AskClientAsync(string address)
{
    var services = new ServiceCollection();
    services.AddShopifyClient(options => options.BaseUrl = address);
    await using var provider = services.BuildServiceProvider();
    var shop = new ShopifyShop(ShopDomain.Parse("demo-shop.myshopify.com"), "shpat_benchmark");
    var page = await provider.GetRequiredService<ShopifyClient>().Admin(shop)
        .GetProductsAsync(new ProductQuery { First = 20, Search = ShopifySearch.Words("green hoodie") });
    Check(page.Items.Count);
}

static async Task AskBareAsync(string address)
{
    using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}") };
    using var response = await http.SendAsync(request);
    using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
    Check(document.RootElement.GetProperty("data").GetProperty("products").GetProperty("nodes").GetArrayLength());
}

static void Check(int products)
{
    if (products != 20)
        throw new InvalidOperationException("The answer was not read.");
}
