using System.Net;
using ShopBot.TestSupport.Stubs;

namespace ReferenceHost.Tests.Webhooks;

[Collection(TwoStores.Name)]
public sealed class InstallationTests(TwoStoresHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_of_both_stores_are_answered_from_the_right_number_with_the_right_token()
    {
        foreach (var store in new[] { host.A, host.B })
        {
            var person = host.NewPerson();

            Assert.Equal(HttpStatusCode.OK, await host.SayAsync(store, person, "hi", Token));

            var reply = (await host.Graph.WaitForAsync(person, 1, Token))[0];
            Assert.Equal((store.PhoneNumberId, store.AccessToken, store.WelcomeMessage), (reply.PhoneNumberId, reply.AccessToken, reply.Text));
        }
    }

    [Fact]
    public void Each_store_s_account_was_subscribed_once() =>
        Assert.Equal([host.A.WabaId, host.B.WabaId], host.Graph.Subscriptions.Where(waba => waba == host.A.WabaId || waba == host.B.WabaId).Take(2));

    [Fact]
    public async Task The_handshake_knows_the_word_of_every_store_and_no_other()
    {
        foreach (var word in new[] { host.A.VerifyToken, host.B.VerifyToken })
        {
            var (status, body) = await host.Webhooks.VerifyAsync(word, "1158201444", Token);
            Assert.Equal((HttpStatusCode.OK, "1158201444"), (status, body));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Webhooks.VerifyAsync("somebody-else", "1158201444", Token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Webhooks.VerifyAsync("", "1158201444", Token)).Status);
    }

    [Fact]
    public async Task A_number_that_another_active_store_holds_is_refused_and_nothing_changes()
    {
        var form = host.B.ToForm();
        form["whatsapp_phone_number_id"] = host.A.PhoneNumberId;
        form["whatsapp_token"] = host.A.AccessToken;
        form["welcome_message"] = "Not mine.";

        var page = await host.OwnerOfB.ConfigureAsync(form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Another store already uses this phone number id", page.Text, StringComparison.Ordinal);
        await BothAnswerAsBeforeAsync();
    }

    [Fact]
    public async Task A_token_that_cannot_read_the_number_is_refused_and_nothing_changes()
    {
        var form = host.B.ToForm();
        form["whatsapp_token"] = "EAAGwrong";
        var unknownToken = await host.OwnerOfB.ConfigureAsync(form, Token);
        form["whatsapp_token"] = host.A.AccessToken;
        var tokenOfAnotherNumber = await host.OwnerOfB.ConfigureAsync(form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, unknownToken.Status);
        Assert.Contains("code 190", unknownToken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, tokenOfAnotherNumber.Status);
        Assert.Contains("code 100", tokenOfAnotherNumber.Text, StringComparison.Ordinal);
        await BothAnswerAsBeforeAsync();
    }

    [Fact]
    public async Task A_form_that_was_not_opened_from_the_set_up_page_is_refused()
    {
        var answer = await host.OwnerOfB.Browser.PostAsync(new Uri(host.Process.Url, "shopify/configure"), host.A.ToForm(), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        await BothAnswerAsBeforeAsync();
    }

    [Theory]
    [InlineData("shopify/setup")]
    [InlineData("shopify/admin")]
    public async Task Owners_pages_are_closed_to_strangers(string path)
    {
        using var stranger = new ShopBot.TestSupport.Owners.OwnerBrowser();

        var page = await stranger.OpenAsync(new Uri(host.Process.Url, path), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.DoesNotContain(host.A.Domain, page.Html, StringComparison.Ordinal);
    }

    private async Task BothAnswerAsBeforeAsync()
    {
        foreach (var store in new[] { host.A, host.B })
        {
            var person = host.NewPerson();
            await host.SayAsync(store, person, "hi", Token);
            StubSend reply = (await host.Graph.WaitForAsync(person, 1, Token))[0];
            Assert.Equal((store.PhoneNumberId, store.AccessToken, store.WelcomeMessage), (reply.PhoneNumberId, reply.AccessToken, reply.Text));
        }
    }
}
