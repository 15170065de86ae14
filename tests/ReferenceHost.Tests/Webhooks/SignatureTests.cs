using System.Net;
using System.Text;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>Whose word a webhook is decides what of it is believed.</summary>
[Collection(TwoStores.Name)]
public sealed class SignatureTests(TwoStoresHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unsigned_webhook_is_refused_and_answered_by_nobody()
    {
        var person = host.NewPerson();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostAsync(BodyForA(person), signature: null, Token));

        await AssertNeverAnsweredAsync(person);
    }

    [Theory]
    [InlineData("sha256=")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha1=0000000000000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task A_wrong_signature_is_refused(string signature)
    {
        var person = host.NewPerson();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostAsync(BodyForA(person), signature, Token));

        await AssertNeverAnsweredAsync(person);
    }

    [Fact]
    public async Task A_signature_of_other_bytes_is_refused()
    {
        var person = host.NewPerson();
        var body = BodyForA(person);
        var spaced = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body) + " ");

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostAsync(spaced, WebhookPoster.Sign(host.A.AppSecret, body), Token));

        await AssertNeverAnsweredAsync(person);
    }

    [Fact]
    public async Task An_entry_for_one_store_signed_by_another_is_refused()
    {
        var person = host.NewPerson();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync(host.B.AppSecret, BodyForA(person), Token));

        await AssertNeverAnsweredAsync(person);
    }

    [Fact]
    public async Task Of_a_mixed_batch_only_the_signer_s_own_entry_counts()
    {
        var (ofA, ofB) = (host.NewPerson(), host.NewPerson());
        var body = MetaWebhook.Of(
            MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(ofA, "hi")),
            MetaWebhook.Entry(host.B.WabaId, host.B.PhoneNumberId, MetaWebhook.Text(ofB, "hi")));

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.B.AppSecret, body, Token));

        var reply = (await host.Graph.WaitForAsync(ofB, 1, Token))[0];
        Assert.Equal(host.B.AccessToken, reply.AccessToken);
        await AssertNeverAnsweredAsync(ofA);
    }

    [Fact]
    public async Task A_number_of_one_store_under_the_account_of_another_belongs_to_the_number_s_store()
    {
        var person = host.NewPerson();
        var body = MetaWebhook.Of(MetaWebhook.Entry(host.B.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hi")));

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync(host.B.AppSecret, body, Token));

        await AssertNeverAnsweredAsync(person);
    }

    [Fact]
    public async Task What_is_not_JSON_is_refused_where_the_platform_has_no_app_of_its_own()
    {
        var body = "this is not JSON"u8.ToArray();

        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.Webhooks.PostAsync(body, signature: null, Token));
    }

    private byte[] BodyForA(string person) => MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hi")));

    /// <summary>Messages of the same store that come later are answered, this one is not.</summary>
    private async Task AssertNeverAnsweredAsync(string person)
    {
        var later = host.NewPerson();
        Assert.Equal(HttpStatusCode.OK, await host.SayAsync(host.A, later, "hi", Token));
        await host.Graph.WaitForAsync(later, 1, Token);
        Assert.Empty(host.Graph.SentTo(person));

        // Had the refused message been stored, this person would be known and have two answers now.
        Assert.Equal(HttpStatusCode.OK, await host.SayAsync(host.A, person, "cart", Token));
        var replies = await host.Graph.WaitForAsync(person, 1, Token);
        Assert.Contains("cart is empty", Assert.Single(replies).Text, StringComparison.Ordinal);
    }
}
