using System.Text;
using ShopBot.TestSupport.Servers;

namespace ReferenceHost.Tests.Journey;

/// <summary>After a whole purchase nothing that a customer or a store owner would call theirs can be read in the database or in the log.</summary>
public sealed class JourneySecrecyTests
{
    private const string Words = "canary words about slippers";

    // What the demo's store and its customer are made of, and what the journey says.
    private static readonly string[] Canaries =
    [
        "demo-whatsapp-token", "demo-app-secret", "demo-verify-token", "shpss_demo_secret", "shpat_", "shprt_",
        "4915550001111", "DE.48213377190552", "Mira", Words, "slippers",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_of_SQLite_tells_nothing()
    {
        await using var demo = new DemoFixture(new Dictionary<string, string>());
        await ShopAsync(demo);

        var stored = string.Concat(demo.DatabaseFiles.Select(Read));
        Assert.Contains("lumen-and-oak.myshopify.com", stored, StringComparison.Ordinal);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, stored, StringComparison.OrdinalIgnoreCase));
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, demo.Output, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_dump_of_PostgreSQL_tells_nothing()
    {
        Required.Or(PostgresServer.FindBinaries() is not null, "PostgreSQL is not installed.");
        await using var server = await PostgresServer.StartAsync(ownOnly: true, cancellationToken: Token);
        await using var demo = new DemoFixture(new Dictionary<string, string>
        {
            ["ShopBot__Storage"] = "Postgres",
            ["ConnectionStrings__ShopBot"] = $"{server.Address};Database=postgres",
        });
        await ShopAsync(demo);

        var dump = await server.DumpAsync("postgres", cancellationToken: Token);
        Assert.Contains("lumen-and-oak.myshopify.com", dump, StringComparison.Ordinal);
        Assert.All(Canaries, canary =>
        {
            Assert.DoesNotContain(canary, dump, StringComparison.OrdinalIgnoreCase);
            // Bytes are shown as hexadecimal digits.
            Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(canary)), dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(canary, demo.Output, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task ShopAsync(DemoFixture demo)
    {
        await demo.InitializeAsync();
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);
        await chat.SayAsync(Words);
        await chat.Incoming.Last.WaitForAsync();
        await ShoppingJourney.WalkAsync(window, demo.Phone);
    }

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
