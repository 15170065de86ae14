using System.Net;
using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

public sealed class DeliveryTests : IAsyncDisposable
{
    private readonly WebhookServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private WebhookDelivery Taken => Assert.Single(_server.Handler.Deliveries);

    private IEnumerable<(object? Owner, string? Id)> TakenMessages =>
        Taken.Events.Select(routed => (routed.Owner, (routed.Event as MessageReceived)?.Id.Value));

    private async Task AssertRefusedAsync(HttpStatusCode expected, string body, string? secret)
    {
        var response = await _server.PostAsync(body, secret);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(_server.Handler.Deliveries);
    }

    [Fact]
    public async Task Delivery_signed_by_its_owner_is_handed_on()
    {
        var response = await _server.PostAsync(Delivery.Of(Delivery.Message("111", "wamid.1")), "secret-a");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([("A", "wamid.1")], TakenMessages);
        Assert.Equal((0, 0), (Taken.DroppedChanges, Taken.UnknownChanges));
        Assert.Empty(_server.Log.Warnings);
    }

    [Fact]
    public async Task Secret_being_replaced_is_accepted() =>
        Assert.Equal(HttpStatusCode.OK, (await _server.PostAsync(Delivery.Of(Delivery.Message("111", "wamid.1")), "secret-a-old")).StatusCode);

    [Fact]
    public async Task Escaped_body_is_verified_as_it_came()
    {
        await _server.PostAsync(Delivery.Of(Delivery.Message("111", "wamid.1", text: "gr\\u00fc\\u00df \\/ \\ud83d\\ude00")), "secret-a");

        Assert.Equal("grüß / 😀", Assert.IsType<TextReceived>(Taken.Events[0].Event).Body);
    }

    [Fact]
    public async Task Every_entry_of_a_batch_is_handed_on_in_order_with_one_question_per_number()
    {
        await _server.PostAsync(
            Delivery.Of(Delivery.Message("111", "wamid.1"), Delivery.Message("111", "wamid.2"), Delivery.Account("11"), Delivery.Message("111", "wamid.3")),
            "secret-a");

        Assert.Equal([("A", "wamid.1"), ("A", "wamid.2"), ("A", null), ("A", "wamid.3")], TakenMessages);
        Assert.Equal(2, _server.Handler.Asked.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=abc")]
    [InlineData("sha1=0000000000000000000000000000000000000000")]
    public async Task Missing_or_malformed_signature_is_401(string? signature)
    {
        var response = await _server.PostAsync(Encoding.UTF8.GetBytes(Delivery.Of(Delivery.Message("111", "wamid.1"))), signature);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_server.Handler.Asked);
    }

    [Fact]
    public async Task Wrong_signature_is_401() =>
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, Delivery.Of(Delivery.Message("111", "wamid.1")), "guess");

    [Fact]
    public async Task Signature_of_another_store_is_401()
    {
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, Delivery.Of(Delivery.Message("111", "wamid.1")), "secret-b");
        Assert.Contains(_server.Log.Warnings, warning => warning.StartsWith("1 of 1 changes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signature_of_the_platform_does_not_speak_for_a_store_with_an_app_of_its_own() => await AssertRefusedAsync(
        HttpStatusCode.Unauthorized, Delivery.Of(Delivery.Message("111", "wamid.1")), WebhookServer.PlatformSecret);

    [Fact]
    public async Task Owner_without_secret_is_401() =>
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, Delivery.Of(Delivery.Message("333", "wamid.1")), "anything");

    [Fact]
    public async Task Mixed_batch_takes_only_what_its_own_owner_signed()
    {
        var response = await _server.PostAsync(
            Delivery.Of(Delivery.Message("222", "wamid.forged", "22"), Delivery.Message("111", "wamid.1"), Delivery.Message("999", "wamid.nobody", "99")),
            "secret-a");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([("A", "wamid.1")], TakenMessages);
        Assert.Equal((1, 1), (Taken.DroppedChanges, Taken.UnknownChanges));
        var dropped = Assert.Single(_server.Log.Warnings);
        Assert.DoesNotContain([dropped], warning => warning.Contains("wamid", StringComparison.Ordinal) || warning.Contains("4915", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_change_among_others_of_an_entry_is_judged_alone()
    {
        var body = Delivery.Of(Delivery.Entry("11", Delivery.Change("222", "wamid.forged"), Delivery.Change("111", "wamid.1")));

        await _server.PostAsync(body, "secret-a");

        Assert.Equal([("A", "wamid.1")], TakenMessages);
        Assert.Equal(1, Taken.DroppedChanges);
    }

    [Fact]
    public async Task Number_repeated_to_mislead_is_judged_by_what_is_read()
    {
        var body = Delivery.Of("""
            {"id":"11","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"111"},"metadata":{"phone_number_id":"222"},
             "messages":[{"id":"wamid.forged","timestamp":"1","type":"text","text":{"body":"x"}}]}}]}
            """);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, body, "secret-a");
    }

    [Theory]
    [InlineData("secret-a")]
    [InlineData("guess")]
    public async Task Unknown_number_is_200_and_not_handed_on(string secret)
    {
        await AssertRefusedAsync(HttpStatusCode.OK, Delivery.Of(Delivery.Message("999", "wamid.1", "99")), secret);

        // Anybody may name any number, so it must not fill the log: the handler, which knows the numbers, says it once.
        Assert.Empty(_server.Log.Warnings);
    }

    [Fact]
    public async Task Unknown_number_beside_a_wrong_signature_is_401() => await AssertRefusedAsync(
        HttpStatusCode.Unauthorized, Delivery.Of(Delivery.Message("999", "wamid.1", "99"), Delivery.Message("111", "wamid.2")), "guess");

    [Fact]
    public async Task Not_json_is_400_when_the_platform_signed_it() =>
        await AssertRefusedAsync(HttpStatusCode.BadRequest, "hello", WebhookServer.PlatformSecret);

    [Theory]
    [InlineData("secret-a")]
    [InlineData("guess")]
    public async Task Not_json_is_401_otherwise(string secret) => await AssertRefusedAsync(HttpStatusCode.Unauthorized, "hello", secret);

    [Fact]
    public async Task Empty_body_is_not_json() => await AssertRefusedAsync(HttpStatusCode.BadRequest, "", WebhookServer.PlatformSecret);

    [Fact]
    public async Task Json_of_another_shape_is_an_unknown_event_when_the_platform_signed_it()
    {
        var response = await _server.PostAsync("""{"object":"page","entry":[]}""", WebhookServer.PlatformSecret);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var routed = Assert.Single(Taken.Events);
        Assert.IsType<UnknownEvent>(routed.Event);
        Assert.Null(routed.Owner);
    }

    [Fact]
    public async Task Json_of_another_shape_is_401_otherwise() =>
        await AssertRefusedAsync(HttpStatusCode.Unauthorized, """{"object":"page","entry":[]}""", "secret-a");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_over_four_megabytes_is_413_whether_announced_or_not(bool chunked)
    {
        var body = new byte[(4 * 1024 * 1024) + 1];

        var response = await _server.PostAsync(body, WebhookSignature.Sign(body, "secret-a"), chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(_server.Handler.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_of_exactly_four_megabytes_is_taken(bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Delivery.Of(Delivery.Message("111", "wamid.1")).PadRight(4 * 1024 * 1024));

        var response = await _server.PostAsync(body, WebhookSignature.Sign(body, "secret-a"), chunked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([("A", "wamid.1")], TakenMessages);
    }

    [Fact]
    public async Task Handler_that_throws_is_503_so_that_the_platform_delivers_again()
    {
        _server.Handler.Fails = true;

        var response = await _server.PostAsync(Delivery.Of(Delivery.Message("111", "wamid.1")), "secret-a");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        Assert.Contains(_server.Log.Warnings, warning => warning.Contains("the disk is full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Route_that_cannot_be_found_out_is_503() => await AssertRefusedAsync(
        HttpStatusCode.ServiceUnavailable, Delivery.Of(Delivery.Message("444", "wamid.1")), "secret-a");

    [Fact]
    public async Task Malformed_message_does_not_cost_its_neighbours()
    {
        var broken = Delivery.Message("111", "wamid.2").Replace("\"text\":{\"body\":\"Hello\"}", "\"text\":5", StringComparison.Ordinal);

        await _server.PostAsync(Delivery.Of(Delivery.Message("111", "wamid.1"), broken, Delivery.Message("111", "wamid.3")), "secret-a");

        Assert.Equal([("A", "wamid.1"), ("A", null), ("A", "wamid.3")], TakenMessages);
        Assert.IsType<MalformedEvent>(Taken.Events[1].Event);
    }

    [Fact]
    public async Task Entry_without_number_is_judged_by_its_account_also_in_a_mixed_batch()
    {
        var response = await _server.PostAsync(Delivery.Of(Delivery.Account("22"), Delivery.Account("11"), Delivery.Message("222", "wamid.forged", "11")), "secret-a");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var routed = Assert.Single(Taken.Events);
        Assert.Equal(("A", "11"), (routed.Owner, Assert.IsType<AccountUpdated>(routed.Event).WabaId));
        Assert.Equal(2, Taken.DroppedChanges);
    }
}
