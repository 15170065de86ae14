using System.Net;
using System.Text;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>No secret, phone number or text is in what the host writes or in the bytes of its database.</summary>
[Collection(TwoStores.Name)]
public sealed class SecrecyTests(TwoStoresHost host)
{
    private const string Words = "canary words about slippers";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_confidential_is_logged_or_stored_in_the_clear()
    {
        var person = host.NewPerson();
        await host.SayAsync(host.A, person, "hi", Token);
        await host.SayAsync(host.A, person, Words, Token);
        await host.Graph.WaitForAsync(person, 2, Token);
        await RefusedTrafficAsync(person);
        await FailingTurnAsync();

        var output = host.Process.Output.Text;
        var stored = Stored();

        Assert.True(stored.Length > 10_000);
        Assert.DoesNotContain("Canary greeting", output, StringComparison.OrdinalIgnoreCase);
        Assert.All(Canaries(person), canary =>
        {
            Assert.DoesNotContain(canary, output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(canary, stored, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void The_store_is_recognisable_in_the_database_by_its_domain_alone() =>
        Assert.Contains(host.A.Domain, Stored(), StringComparison.Ordinal);

    private IEnumerable<string> Canaries(string person) =>
    [
        person, "canarytoken", "canarysecret", "canaryverify", Words, "slippers", "something canary",
        TwoStoresHost.ApiSecret, "shpat_", "shprt_", .. host.Shopify.IssuedTokens,
    ];

    /// <summary>What is refused must not be quoted either.</summary>
    private async Task RefusedTrafficAsync(string person)
    {
        var body = MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, Words)));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync("canarysecret-of-a-stranger", body, Token));
        await host.Webhooks.VerifyAsync("canaryverify-of-a-stranger", "1", Token);
        var form = host.A.ToForm();
        form["whatsapp_token"] = "EAAGcanarytoken-refused";
        Assert.Equal(HttpStatusCode.BadRequest, (await host.OwnerOfA.ConfigureAsync(form, Token)).Status);
    }

    private async Task FailingTurnAsync()
    {
        var person = host.NewPerson();
        host.Shopify.Broken["ProductsPage"] = true;
        try
        {
            await host.SayAsync(host.A, person, "hi", Token);
            await host.SayAsync(host.A, person, $"something canary {Guid.NewGuid():N}", Token);
            await host.Graph.WaitForAsync(person, 2, Token);
        }
        finally
        {
            host.Shopify.Broken.Clear();
        }
    }

    private string Stored() => string.Concat(new[] { host.Database, host.Database + "-wal" }.Where(File.Exists).Select(Read));

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
