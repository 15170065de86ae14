using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Tests.Http;
using WhatsApp.Client.Tests.Messages.Samples;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>The expected requests are written by hand from the platform's documentation.</summary>
public sealed class OutgoingJsonTests : IAsyncDisposable
{
    private static readonly Recipient Someone = new Recipient.Phone(CloudApi.PhoneNumber);

    private readonly CloudApi _api = new();

    public OutgoingJsonTests() => _api.Answer(200, CloudApi.Sent);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<OutgoingMessage, string> Messages
    {
        get
        {
            var data = new TheoryData<OutgoingMessage, string>();
            foreach (var (message, json) in Sample.All)
                data.Add(message, json);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Request_is_as_documented(OutgoingMessage message, string expected)
    {
        var (to, recipient) = message is PinMessage ? (new Recipient.Group("G1"), "\"group\",\"to\":\"G1\"") : (Someone, "\"individual\",\"to\":\"+4915550001111\"");
        var (reply, context) = message is PinMessage or ReactionMessage
            ? ((MessageId?)null, "")
            : (new MessageId("wamid.AAA="), """ "context":{"message_id":"wamid.AAA="},""");

        await _api.Sender.SendAsync(
            to, message, new SendOptions { ReplyTo = reply, BizOpaqueCallbackData = "order-9/step-2" }, TestContext.Current.CancellationToken);

        Json.AssertEqual(
            $$"""{"messaging_product":"whatsapp","recipient_type":{{recipient}},{{context}}"biz_opaque_callback_data":"order-9/step-2",{{expected.Trim()[1..]}}""",
            _api.LastBody);
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void Sample_breaks_no_limit_and_has_no_doubt(OutgoingMessage message, string expected)
    {
        Assert.NotEmpty(expected);
        Assert.Empty(message.Validate());
        Assert.Empty(message.Warnings());
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Stored_message_sends_the_same_request(OutgoingMessage message, string expected)
    {
        var stored = MessageJson.Write(message);
        Json.AssertEqual(expected, Encoding.UTF8.GetString(stored));

        var restored = MessageJson.Read(stored);
        Assert.Equal(message.Type, restored.Type);
        Recipient to = message is PinMessage ? new Recipient.Group("G1") : Someone;
        await _api.Sender.SendAsync(to, message, cancellationToken: TestContext.Current.CancellationToken);
        var direct = _api.LastBody;
        await _api.Sender.SendAsync(to, restored, cancellationToken: TestContext.Current.CancellationToken);

        Json.AssertEqual(direct, _api.LastBody);
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void Message_prints_its_kind_only(OutgoingMessage message, string expected)
    {
        Assert.NotEmpty(expected);
        Assert.Equal(message.GetType().Name, message.ToString());
    }

    [Theory]
    [InlineData("4915550001111", "+4915550001111")]
    [InlineData("+4915550001111", "+4915550001111")]
    public async Task Phone_is_sent_with_plus(string number, string expected)
    {
        await _api.Sender.SendAsync(new Recipient.Phone(number), new TextMessage("Hi"), cancellationToken: TestContext.Current.CancellationToken);

        Json.AssertEqual(
            $$$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"{{{expected}}}","type":"text","text":{"body":"Hi"}}""", _api.LastBody);
    }

    [Fact]
    public async Task Group_is_sent_as_group()
    {
        await _api.Sender.SendAsync(new Recipient.Group("G1"), new TextMessage("Hi"), cancellationToken: TestContext.Current.CancellationToken);

        Json.AssertEqual("""{"messaging_product":"whatsapp","recipient_type":"group","to":"G1","type":"text","text":{"body":"Hi"}}""", _api.LastBody);
    }

    [Fact]
    public async Task Half_an_emoji_does_not_break_the_request()
    {
        await _api.SendAsync(new TextMessage("cut \ud83d"));

        Assert.Equal("cut \uFFFD", (string?)JsonNode.Parse(_api.LastBody)!["text"]!["body"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"text"} {}""")]
    [InlineData("""{"type":"text",""")]
    public void Reading_something_else_than_a_message_fails(string json) =>
        Assert.Throws<FormatException>(() => MessageJson.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("5")]
    [InlineData("""{"type":"text"}, "to":"x" """)]
    [InlineData("""{"type":"text"},{"a":1}""")]
    public async Task Raw_message_that_is_no_object_is_refused(string json) => await Assert.ThrowsAsync<InvalidMessageException>(
        () => _api.SendAsync(new RawMessage("text", Encoding.UTF8.GetBytes(json))));
}
