using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Tests;

namespace Shopify.Emulator.Tests.Node;

/// <summary>The emulator as seen by another language: the sample script, and Shopify's own Node library.</summary>
public sealed class NodeTests
{
    private const string Domain = "demo-shop.myshopify.com";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_sample_script_searches_and_fills_a_cart()
    {
        await RequireNodeAsync();
        await using var emulator = await ShopifyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var shop = emulator.AddShop(Domain);
        var (code, printed) = await RunAsync(AppContext.BaseDirectory, "node", RepositoryRoot.Of("samples/ShopifyNode/shop.mjs"), shop.Url.ToString(), "mug");
        Assert.True(code == 0, printed);
        Assert.Contains("Morning Mug: 18.5 EUR", printed);
        using var http = new HttpClient();
        var page = await http.GetStringAsync(printed[(printed.IndexOf("Pay at ", StringComparison.Ordinal) + 7)..].Trim(), TestContext.Current.CancellationToken);
        Assert.Contains("Morning Mug", page);
    }

    [Fact]
    public async Task Shopifys_own_library_installs_asks_and_judges_webhooks()
    {
        await RequireNodeAsync();
        var folder = Directory.CreateTempSubdirectory("shopify-node-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"name":"check","private":true,"type":"module"}""", TestContext.Current.CancellationToken);
            var (installed, log) = await TryAsync(folder, "npm", "install", "@shopify/shopify-api", "--no-audit", "--no-fund", "--loglevel=error");
            if (installed != 0) Assert.Skip($"npm could not install @shopify/shopify-api: {log.Trim()}");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Node", "shopify-api.mjs"), Path.Combine(folder, "check.mjs"));
            var port = FreePort();
            await using var emulator = await ShopifyEmulator.StartAsync(
                new ShopifyEmulatorOptions { ApiKey = ShopFixture.Key, ApiSecret = ShopFixture.Secret, RedirectUris = [$"http://127.0.0.1:{port}/"] }, TestContext.Current.CancellationToken);
            emulator.AddShop(Domain);
            const string Body = """{"id":1,"title":"Café ☕"}""";
            var hmac = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShopFixture.Secret), Encoding.UTF8.GetBytes(Body)));
            var (code, printed) = await RunAsync(folder, "node", "check.mjs", emulator.BaseUrl.ToString(), Domain, ShopFixture.Key, ShopFixture.Secret, $"{port}", Body, hmac);
            Assert.True(code == 0, printed);
            Assert.Contains("scopes read_products refresh true", printed);
            Assert.Contains("shop Lumen & Oak products 2", printed);
            Assert.Contains("webhook true\nwebhook false", printed.ReplaceLineEndings("\n"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RequireNodeAsync()
    {
        var (code, version) = await TryAsync(AppContext.BaseDirectory, "node", "--version");
        if (code != 0) Assert.Skip("Node is not installed.");
        if (Version.TryParse(version.Trim().TrimStart('v'), out var found) && found.Major < 20) Assert.Skip($"Node {found} is too old; 20 is needed.");
    }

    private static async Task<(int Code, string Printed)> TryAsync(string folder, string program, params string[] arguments)
    {
        try
        {
            return await RunAsync(folder, program, arguments);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"{program} is not installed");
        }
    }

    private static async Task<(int Code, string Printed)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-2, $"{program} took more than {Patience}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
