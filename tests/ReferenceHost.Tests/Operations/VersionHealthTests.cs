using System.Text.Json.Nodes;
using ShopBot.TestSupport.Processes;

namespace ReferenceHost.Tests.Operations;

/// <summary>What <c>/health</c> says of the version of Shopify's API: a version that ended degrades the host, and never takes it out of service.</summary>
public sealed class VersionHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unstable", "healthy", "healthy", false)]
    [InlineData("2024-01", "degraded", "unhealthy", true)]
    public async Task Health_names_the_version_of_Shopifys_api(string version, string status, string api, bool warns)
    {
        using var folder = new TempFolder();
        var options = new HostOptions { Dll = Programs.Host, Folder = folder.Path, Port = FreePort.Next() };
        await using var host = await HostProcess.StartAsync(
            options with
            {
                Settings = new Dictionary<string, string>
                {
                    ["ShopBot__Demo"] = "false",
                    ["ShopBot__PublicUrl"] = options.Url.AbsoluteUri,
                    ["Shopify__ApiKey"] = "key",
                    ["Shopify__ApiSecret"] = "secret",
                    ["Shopify__ApiVersion"] = version,
                },
            },
            cancellationToken: Token);
        using var client = Http.NewClient();

        using var ready = await client.GetAsync(new Uri(host.Url, "health/ready"), Token);
        var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync(Token))!;

        Assert.True(ready.IsSuccessStatusCode);
        Assert.Equal((status, api), ((string)report["status"]!, (string)report["shopifyApi"]!));
        Assert.Equal(warns, report["warnings"] is not null);
    }
}
