using System.Text.Json.Nodes;

namespace WhatsApp.Client.Tests.Http;

public sealed class SendTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Send_goes_to_the_number_under_prefix_and_version_with_its_token()
    {
        _api.Answer(200, CloudApi.Sent);

        await _api.SendAsync();

        var request = _api.Requests[0];
        Assert.Equal("/graph/v25.0/800200/messages", request.Path);
        Assert.Equal("POST", request.Method);
        Assert.Equal($"Bearer {CloudApi.Token}", request.Authorization);
        Assert.Equal("application/json", request.ContentType);
    }

    [Fact]
    public async Task Send_to_phone_returns_ids()
    {
        _api.Answer(200, CloudApi.Sent);

        var result = await _api.SendAsync();

        Assert.Equal(new MessageId("wamid.BBB="), result.MessageId);
        Assert.Equal("4915550001111", result.WaId);
        Assert.Null(result.UserId);
        Assert.Null(result.MessageStatus);
    }

    [Fact]
    public async Task Send_to_user_id_returns_user_id_and_status()
    {
        _api.Answer(200, """{"contacts":[{"input":"DE.1","user_id":"DE.1"}],"messages":[{"id":"wamid.C=","message_status":"accepted","new":1}]}""");

        var result = await _api.Sender.SendAsync(
            new Recipient.User("DE.1"), new TextMessage("Hi"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("DE.1", (string?)null, (SendStatus?)SendStatus.Accepted), (result.UserId, result.WaId, result.MessageStatus));
        var body = JsonNode.Parse(_api.LastBody)!;
        Assert.Equal("DE.1", (string?)body["recipient"]);
        Assert.Equal("individual", (string?)body["recipient_type"]);
        Assert.Null(body["to"]);
    }

    [Fact]
    public async Task Invalid_message_is_not_sent()
    {
        _api.Answer(200, CloudApi.Sent);

        var exception = await Assert.ThrowsAsync<InvalidMessageException>(() => _api.SendAsync(
            new TextMessage(""), new SendOptions { BizOpaqueCallbackData = new string('x', 513) }));

        Assert.Equal(["text.body", "biz_opaque_callback_data"], exception.Faults.Select(fault => fault.Path));
        Assert.Empty(_api.Requests);
    }

    [Fact]
    public async Task Validation_can_be_switched_off()
    {
        _api.Answer(200, CloudApi.Sent);

        await _api.SendAsync(new TextMessage(new string('x', 5000)), new SendOptions { Validate = false });

        Assert.Single(_api.Requests);
    }

    [Theory]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"messages":[{"id":null}]}""")]
    [InlineData("""{"messages":["wamid"]}""")]
    [InlineData("""{"messages":[{"id":"wamid.B""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>ok</html>")]
    public async Task Send_answered_200_without_a_message_is_an_unknown_outcome(string body)
    {
        _api.Answer(200, body);

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => _api.SendAsync());

        Assert.True(exception.RequestWasSent);
        Assert.Equal(WhatsAppRetryClass.UnknownOutcome, exception.RetryClass);
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Answer_over_one_megabyte_is_no_answer()
    {
        _api.Answer(200, $$"""{"messages":[{"id":"wamid.B="}],"padding":"{{new string('x', 1024 * 1024)}}"}""");

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => _api.SendAsync());
    }

    [Fact]
    public async Task Mark_read_sends_status_and_typing()
    {
        _api.Answer(200, """{"success":true}""");

        await _api.Sender.MarkReadAsync(new MessageId("wamid.IN="), showTyping: true, TestContext.Current.CancellationToken);

        Json.AssertEqual(
            """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.IN=","typing_indicator":{"type":"text"}}""", _api.LastBody);
    }

    [Theory]
    [InlineData("""{"success":false}""")]
    [InlineData("{}")]
    public async Task Mark_read_without_success_is_an_error(string body)
    {
        _api.Answer(200, body);

        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(
            () => _api.Sender.MarkReadAsync(new MessageId("wamid.IN="), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(WhatsAppRetryClass.UnknownOutcome, exception.RetryClass);
    }
}
