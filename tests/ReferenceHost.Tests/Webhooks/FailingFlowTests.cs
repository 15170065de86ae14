using System.Net;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

[Collection(TwoStores.Name)]
public sealed class FailingFlowTests(TwoStoresHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_keeps_failing_ends_in_one_apology_and_the_conversation_goes_on()
    {
        var person = host.NewPerson();
        // Not asked for before by any test, so it is in no cache.
        var words = $"something {Guid.NewGuid():N}";
        await host.SayAsync(host.B, person, "hi", Token);
        await host.Graph.WaitForAsync(person, 1, Token);
        host.Shopify.Broken["ProductsPage"] = true;
        try
        {
            var body = MetaWebhook.Of(MetaWebhook.Entry(
                host.B.WabaId, host.B.PhoneNumberId, MetaWebhook.Text(person, words), MetaWebhook.Text(person, "hi")));
            Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.B.AppSecret, body, Token));

            var replies = await host.Graph.WaitForAsync(person, 3, Token);

            Assert.Contains("something went wrong on our side", replies[1].Text, StringComparison.Ordinal);
            Assert.Equal(host.B.WelcomeMessage, replies[2].Text);
        }
        finally
        {
            host.Shopify.Broken.Clear();
        }

        await host.SayAsync(host.B, person, "hi", Token);
        var all = await host.Graph.WaitForAsync(person, 4, Token);
        Assert.Equal(host.B.WelcomeMessage, all[3].Text);
        Assert.Equal(4, all.Count);
    }
}
