using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>The expected requests are written by hand from the platform's documentation.</summary>
public sealed class OutgoingJsonTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public OutgoingJsonTests() => _api.Answer(200, CloudApi.Sent);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<OutgoingMessage, string> Messages => new()
    {
        { new TextMessage("Your parcel \"9\" has left 👋 <b>\n"), """{"type":"text","text":{"body":"Your parcel \"9\" has left 👋 <b>\n"}}""" },
        { new TextMessage("See https://shop.example") { PreviewUrl = true }, """{"type":"text","text":{"body":"See https://shop.example","preview_url":true}}""" },
        { new TextMessage("a\0b"), """{"type":"text","text":{"body":"ab"}}""" },
        { new ImageMessage(new MediaSource.ById("900100")), """{"type":"image","image":{"id":"900100"}}""" },
        {
            new ImageMessage(new MediaSource.ByLink(new Uri("https://cdn.example/a.jpg?x=1&y=2"))) { Caption = "Rye" },
            """{"type":"image","image":{"link":"https://cdn.example/a.jpg?x=1&y=2","caption":"Rye"}}"""
        },
        {
            new ReplyButtonsMessage("Confirm order 9?", [new("ok:9", "Confirm"), new("no:9", "Cancel")])
            {
                Header = new MessageHeader.Image(new MediaSource.ById("900100")),
                Footer = "Bread & Co",
            },
            """
            {"type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"id":"900100"}},"body":{"text":"Confirm order 9?"},
             "footer":{"text":"Bread & Co"},"action":{"buttons":[{"type":"reply","reply":{"id":"ok:9","title":"Confirm"}},
             {"type":"reply","reply":{"id":"no:9","title":"Cancel"}}]}}}
            """
        },
        {
            new ReplyButtonsMessage("Hi", [new("a", "A")]) { Header = new MessageHeader.Text("Hello") },
            """{"type":"interactive","interactive":{"type":"button","header":{"type":"text","text":"Hello"},"body":{"text":"Hi"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"A"}}]}}}"""
        },
        {
            new ListMessage("When shall we come?", "Pick a slot",
                [new ListSection("Tomorrow", [new("slot:am", "Morning", "8-12 h"), new("slot:pm", "Afternoon")])]) { Header = "Delivery", Footer = "Free above 30 EUR" },
            """
            {"type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"Delivery"},"body":{"text":"When shall we come?"},
             "footer":{"text":"Free above 30 EUR"},"action":{"button":"Pick a slot","sections":[{"title":"Tomorrow","rows":[
             {"id":"slot:am","title":"Morning","description":"8-12 h"},{"id":"slot:pm","title":"Afternoon"}]}]}}}
            """
        },
        {
            new ListMessage("Choose", "Open", [new ListSection(null, [new("1", "One")])]),
            """{"type":"interactive","interactive":{"type":"list","body":{"text":"Choose"},"action":{"button":"Open","sections":[{"rows":[{"id":"1","title":"One"}]}]}}}"""
        },
        {
            new CtaUrlMessage("Pay here", "Checkout", "https://shop.example/c/1?key=a") { Footer = "Secure" },
            """
            {"type":"interactive","interactive":{"type":"cta_url","body":{"text":"Pay here"},"footer":{"text":"Secure"},
             "action":{"name":"cta_url","parameters":{"display_text":"Checkout","url":"https://shop.example/c/1?key=a"}}}}
            """
        },
        {
            new RawMessage("sticker", Encoding.UTF8.GetBytes(""" {"type":"sticker","sticker":{"id":"5"}} """)),
            """{"type":"sticker","sticker":{"id":"5"}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Request_is_as_documented(OutgoingMessage message, string expected)
    {
        await _api.SendAsync(message, new SendOptions { ReplyTo = new MessageId("wamid.AAA="), BizOpaqueCallbackData = "order-9/step-2" });

        var envelope = """{"messaging_product":"whatsapp","recipient_type":"individual","to":"+4915550001111","context":{"message_id":"wamid.AAA="},"biz_opaque_callback_data":"order-9/step-2",""";
        Json.AssertEqual(envelope + expected.Trim()[1..], _api.LastBody);
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public async Task Stored_message_sends_the_same_request(OutgoingMessage message, string expected)
    {
        var stored = MessageJson.Write(message);
        Json.AssertEqual(expected, Encoding.UTF8.GetString(stored));

        var restored = MessageJson.Read(stored);
        Assert.Equal(message.Type, restored.Type);
        await _api.SendAsync(message);
        var direct = _api.LastBody;
        await _api.SendAsync(restored);

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
