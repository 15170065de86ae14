using System.Net;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Attacks;

/// <summary>With everything that store A has (secrets, tokens, cookies, forms), nothing of store B is read or changed.</summary>
[Collection(TwoStores.Name)]
public sealed class TenantIsolationTests(TwoStoresHost host) : IDisposable
{
    private static readonly string[] Pages = ["shopify/setup", "shopify/admin"];
    private readonly HttpClient _stranger = Http.NewClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_of_one_store_sees_nothing_of_another_whatever_the_address_says()
    {
        foreach (var page in Pages)
        {
            foreach (var query in new[] { "", $"?shop={host.B.Domain}", $"?shop={host.A.Domain}&shop={host.B.Domain}", $"?store={host.B.Domain}&id={host.B.PhoneNumberId}" })
            {
                var shown = await host.OwnerOfA.Browser.OpenAsync(new Uri(host.Process.Url, page + query), Token);
                Assert.DoesNotContain("birch-hats", shown.Html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(host.B.PhoneNumberId, shown.Html, StringComparison.Ordinal);
                Assert.DoesNotContain(host.B.WelcomeMessage, shown.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Without_a_session_every_page_of_an_owner_is_closed()
    {
        foreach (var page in Pages)
        {
            using var answer = await _stranger.GetAsync(new Uri(host.Process.Url, $"{page}?shop={host.B.Domain}"), Token);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("birch-hats", await answer.Content.ReadAsStringAsync(Token), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task No_page_shows_a_secret_again_not_even_to_its_owner()
    {
        foreach (var page in Pages)
        {
            var shown = await host.OwnerOfA.Browser.OpenAsync(new Uri(host.Process.Url, page), Token);
            Assert.DoesNotContain(host.A.AccessToken, shown.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(host.A.AppSecret, shown.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_store_cannot_claim_the_number_of_another()
    {
        var form = host.A.ToForm();
        form["whatsapp_phone_number_id"] = host.B.PhoneNumberId;
        var refused = await host.OwnerOfA.ConfigureAsync(form, Token);
        Assert.NotEqual("/shopify/admin", refused.Address.AbsolutePath);

        // Not even one who knows the other's token.
        form["whatsapp_token"] = host.B.AccessToken;
        form["whatsapp_business_account_id"] = host.B.WabaId;
        refused = await host.OwnerOfA.ConfigureAsync(form, Token);
        Assert.NotEqual("/shopify/admin", refused.Address.AbsolutePath);

        await AssertBothAnswerAsync();
    }

    [Fact]
    public async Task A_form_with_another_session_s_cookie_changes_nothing()
    {
        var setup = await host.OwnerOfA.Browser.OpenAsync(new Uri(host.Process.Url, "shopify/setup"), Token);
        var token = System.Text.RegularExpressions.Regex.Match(setup.Html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEqual("", token);
        var form = host.A.ToForm();
        form["welcome_message"] = "Taken over.";
        form["__RequestVerificationToken"] = token;

        var page = await host.OwnerOfB.Browser.PostAsync(new Uri(host.Process.Url, "shopify/configure"), form, Token);

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        await AssertBothAnswerAsync();
    }

    [Fact]
    public async Task A_form_without_its_token_or_without_a_session_changes_nothing()
    {
        var form = host.B.ToForm();
        form["welcome_message"] = "Taken over.";
        var page = await host.OwnerOfB.Browser.PostAsync(new Uri(host.Process.Url, "shopify/configure"), form, Token);
        Assert.NotEqual(HttpStatusCode.OK, page.Status);

        using var content = new FormUrlEncodedContent(form);
        using var answer = await _stranger.PostAsync(new Uri(host.Process.Url, "shopify/configure"), content, Token);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        await AssertBothAnswerAsync();
    }

    [Fact]
    public async Task Statuses_and_taps_of_one_store_do_nothing_in_another()
    {
        var person = host.NewPerson();
        await host.SayAsync(host.B, person, "hi", Token);
        await host.Graph.WaitForAsync(person, 1, Token);

        // A's owner knows the message and its buttons, and signs with his own secret.
        var status = MetaWebhook.Of(MetaWebhook.StatusEntry(host.B.WabaId, host.B.PhoneNumberId, "wamid.of-the-greeting", "failed", person));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync(host.A.AppSecret, status, Token));
        var tap = MetaWebhook.Of(MetaWebhook.Entry(host.B.WabaId, host.B.PhoneNumberId, MetaWebhook.Text(person, "cart")));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync(host.A.AppSecret, tap, Token));

        // The same person at A is somebody else: greeted anew, under A's name, with A's token.
        await host.SayAsync(host.A, person, "anything", Token);
        var replies = await host.Graph.WaitForAsync(person, 2, Token);
        Assert.Contains(host.A.WelcomeMessage, replies[1].Text, StringComparison.Ordinal);
        Assert.Equal(host.A.AccessToken, replies[1].AccessToken);
    }

    public void Dispose() => _stranger.Dispose();

    private async Task AssertBothAnswerAsync()
    {
        foreach (var store in new[] { host.A, host.B })
        {
            var person = host.NewPerson();
            Assert.Equal(HttpStatusCode.OK, await host.SayAsync(store, person, "hi", Token));
            var reply = (await host.Graph.WaitForAsync(person, 1, Token))[0];
            Assert.Contains(store.WelcomeMessage, reply.Text, StringComparison.Ordinal);
            Assert.Equal(store.AccessToken, reply.AccessToken);
        }
    }
}
