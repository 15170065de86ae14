using System.Net;
using System.Text.Json.Nodes;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>Batches, repetitions and shapes as the platform really sends them.</summary>
[Collection(TwoStores.Name)]
public sealed class DeliveryTests(TwoStoresHost host)
{
    private const int MaxBody = 4 * 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_webhook_fifty_times_at_once_gives_one_reply()
    {
        var person = host.NewPerson();
        var body = BodyFor(MetaWebhook.Text(person, "hi"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        await AssertAnswersAsync(person, host.A.WelcomeMessage);
    }

    [Fact]
    public async Task A_webhook_that_comes_again_after_its_reply_changes_nothing()
    {
        var person = host.NewPerson();
        var body = MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hi")));

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));
            await host.Graph.WaitForAsync(person, 1, Token);
        }

        // Whatever the repetitions had caused would have gone before the reply to this.
        await host.Webhooks.PostSignedAsync(host.A.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hello"))), Token);
        await host.Graph.WaitForAsync(person, 2, Token);
        Assert.Equal(2, host.Graph.SentTo(person).Count);
    }

    [Fact]
    public async Task A_batch_of_three_messages_from_two_people_is_answered_in_order()
    {
        var (first, second) = (host.NewPerson(), host.NewPerson());
        var body = BodyFor(MetaWebhook.Text(first, "hi"), MetaWebhook.Text(second, "cart"), MetaWebhook.Text(first, "browse"));

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));

        var toFirst = await host.Graph.WaitForAsync(first, 2, Token);
        Assert.Equal(host.A.WelcomeMessage, toFirst[0].Text);
        Assert.Contains("Pick a collection", toFirst[1].Text, StringComparison.Ordinal);
        await AssertAnswersAsync(second, "Your cart is empty.");
        Assert.Equal(2, host.Graph.SentTo(first).Count);
    }

    [Fact]
    public async Task Every_entry_and_change_of_a_batch_is_read()
    {
        var people = Enumerable.Range(0, 6).Select(_ => host.NewPerson()).ToList();
        var body = MetaWebhook.Of([.. people.Select(person => MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(person, "hi")))]);

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));

        foreach (var person in people)
            await host.Graph.WaitForAsync(person, 1, Token);
    }

    [Fact]
    public async Task A_number_nobody_here_owns_is_answered_200_and_mentioned_once()
    {
        const string number = "999000999";
        var person = host.NewPerson();
        var body = MetaWebhook.Of(MetaWebhook.Entry("999", number, MetaWebhook.Text(person, "hi")));

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));
        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));

        await AssertStillAnswersAsync();
        Assert.Empty(host.Graph.SentTo(person));
        await Eventually.HoldsAsync("the number is in the log", () => Mentions() > 0, TimeSpan.FromSeconds(60), Token);
        Assert.Equal(1, Mentions());

        int Mentions() => host.Process.Output.Text.Split(number).Length - 1;
    }

    [Fact]
    public async Task A_body_over_4_MB_is_refused_and_one_of_4_MB_is_not()
    {
        var person = host.NewPerson();
        var largest = Pad(BodyFor(MetaWebhook.Text(person, "hi")), MaxBody);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.Webhooks.PostSignedAsync(host.A.AppSecret, Pad(largest, MaxBody + 1), Token));
        Assert.Empty(host.Graph.SentTo(person));
        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, largest, Token));
        await host.Graph.WaitForAsync(person, 1, Token);
    }

    [Fact]
    public async Task Statuses_of_messages_nobody_sent_are_taken()
    {
        foreach (var status in new[] { "sent", "delivered", "read", "failed", "levitated" })
        {
            var body = MetaWebhook.Of(MetaWebhook.StatusEntry(host.A.WabaId, host.A.PhoneNumberId, "wamid.unknown", status, host.NewPerson()));
            Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));
        }

        await AssertStillAnswersAsync();
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"NUMBER"},"messages":"none"}""")]
    [InlineData("""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"NUMBER"},"messages":[null,7,{},[]]}""")]
    [InlineData("""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"NUMBER"},"surprise":{"deep":[1,2,{"x":null}]}}""")]
    [InlineData("""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"NUMBER"},"errors":[{"code":131000,"title":"Something went wrong"}]}""")]
    public async Task A_shape_nobody_knows_loses_nothing_around_it(string value)
    {
        var (before, after) = (host.NewPerson(), host.NewPerson());
        var strange = (JsonObject)JsonNode.Parse(value.Replace("NUMBER", host.A.PhoneNumberId, StringComparison.Ordinal))!;
        var body = MetaWebhook.Of(
            MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(before, "hi")),
            MetaWebhook.Entry(host.A.WabaId, strange),
            MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, MetaWebhook.Text(after, "hi")));

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));

        await host.Graph.WaitForAsync(before, 1, Token);
        await host.Graph.WaitForAsync(after, 1, Token);
    }

    [Fact]
    public async Task A_message_of_an_unknown_type_is_answered_in_its_order()
    {
        var person = host.NewPerson();
        var body = BodyFor(
            MetaWebhook.Text(person, "hi"),
            MetaWebhook.Message(person, "hologram", new JsonObject { ["depth"] = 3 }),
            MetaWebhook.Text(person, "cart"));

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, body, Token));

        var replies = await host.Graph.WaitForAsync(person, 3, Token);
        Assert.Equal(host.A.WelcomeMessage, replies[0].Text);
        Assert.Contains("I can read text", replies[1].Text, StringComparison.Ordinal);
        Assert.Equal("Your cart is empty.", replies[2].Text);
    }

    [Fact]
    public async Task A_tap_on_a_button_shops()
    {
        var person = host.NewPerson();
        await host.SayAsync(host.A, person, "browse", Token);
        var list = (await host.Graph.WaitForAsync(person, 1, Token))[0];
        var tap = MetaWebhook.Tap(person, "list_reply", list.ChoiceId("Hats")!, "Hats");

        Assert.Equal(HttpStatusCode.OK, await host.Webhooks.PostSignedAsync(host.A.AppSecret, BodyFor(tap), Token));

        var products = (await host.Graph.WaitForAsync(person, 2, Token))[1];
        Assert.NotNull(products.ChoiceId("Felt Hat"));
    }

    private byte[] BodyFor(params JsonObject[] messages) => MetaWebhook.Of(MetaWebhook.Entry(host.A.WabaId, host.A.PhoneNumberId, messages));

    /// <summary>Exactly these answers: a message that comes later in the same conversation is answered behind them.</summary>
    private async Task AssertAnswersAsync(string person, params string[] texts)
    {
        await host.Graph.WaitForAsync(person, texts.Length, Token);
        await host.SayAsync(host.A, person, "cart", Token);
        var replies = await host.Graph.WaitForAsync(person, texts.Length + 1, Token);
        Assert.Equal([.. texts, "Your cart is empty."], replies.Select(reply => reply.Text));
    }

    private async Task AssertStillAnswersAsync()
    {
        var person = host.NewPerson();
        Assert.Equal(HttpStatusCode.OK, await host.SayAsync(host.A, person, "hi", Token));
        await host.Graph.WaitForAsync(person, 1, Token);
    }

    private static byte[] Pad(byte[] body, int length)
    {
        var padded = new byte[length];
        Array.Fill(padded, (byte)' ');
        body.CopyTo(padded, 0);
        return padded;
    }
}
