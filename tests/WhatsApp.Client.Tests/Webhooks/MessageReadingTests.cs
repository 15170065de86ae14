using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class MessageReadingTests
{
    private static readonly MessageSender Mira = new()
    {
        UserId = "DE.48213377190552",
        WaId = "4915550001111",
        Username = "mira.k",
        ProfileName = "Mira K.",
    };

    [Fact]
    public void Text_is_read_whole()
    {
        var message = Payload.One<TextReceived>("text/plain");

        Assert.Equal("Hello", message.Body);
        Assert.Equal("text", message.Type);
        Assert.Equal(new MessageId("wamid.IN="), message.Id);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), message.Timestamp);
        Assert.Equal(Mira, message.From);
        Assert.Equal("700100", message.WabaId);
        Assert.Equal("messages", message.Field);
        Assert.Equal(new PhoneNumberId("800200"), message.PhoneNumberId);
        Assert.Equal("m:800200:wamid.IN=", message.DeduplicationKey);
        Assert.Null(message.Context);
        Assert.Null(message.GroupId);
        Assert.Contains("mira.k", Encoding.UTF8.GetString(message.ContactRaw.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/nulls")]
    [InlineData("text/unknown_members")]
    [InlineData("text/type_after_payload")]
    [InlineData("text/number_timestamp")]
    [InlineData("text/contacts_after_messages")]
    [InlineData("text/field_before_value")]
    public void Text_written_another_way_is_the_same_text(string name)
    {
        var message = Payload.One<TextReceived>(name);

        Assert.Equal(("Hello", Mira, DateTimeOffset.FromUnixTimeSeconds(1790000000)), (message.Body, message.From, message.Timestamp));
    }

    [Theory]
    [InlineData("text/escapes", "GRÜßE 👋 a/b")]
    [InlineData("text/half_surrogate", "cut \uFFFD")]
    [InlineData("text/nul", "ab")]
    public void Escapes_are_undone(string name, string expected) => Assert.Equal(expected, Payload.One<TextReceived>(name).Body);

    [Fact]
    public void Sender_without_phone_is_known_by_user_id()
    {
        var expected = new MessageSender { UserId = "DE.48213377190552", ProfileName = "Mira K." };

        Assert.Equal(expected, Payload.One<TextReceived>("text/user_id_only").From);
        Assert.Equal(expected, Payload.One<TextReceived>("text/empty_phone").From);
    }

    [Fact]
    public void Sender_without_contact_card_keeps_the_ids_of_the_message()
    {
        var message = Payload.One<TextReceived>("text/missing_contacts");

        Assert.Equal(new MessageSender { UserId = "DE.48213377190552", WaId = "4915550001111" }, message.From);
        Assert.True(message.ContactRaw.IsEmpty);
    }

    [Fact]
    public void Group_parent_context_and_forwarding_are_read()
    {
        Assert.Equal("G77", Payload.One<TextReceived>("text/group").GroupId);
        Assert.Equal("DE.ENT.9001", Payload.One<TextReceived>("text/parent_user_id").From.ParentUserId);
        Assert.Equal(new MessageContext { Id = new MessageId("wamid.OUT="), From = "4930555000" }, Payload.One<TextReceived>("text/reply").Context);
        Assert.Equal(new MessageContext { Forwarded = true, FrequentlyForwarded = true }, Payload.One<TextReceived>("text/forwarded").Context);
    }

    [Theory]
    [InlineData("button_reply/plain")]
    [InlineData("button_reply/without_context")]
    [InlineData("button_reply/type_last")]
    public void Button_reply_is_read(string name)
    {
        var message = Payload.One<ButtonReplyReceived>(name);

        Assert.Equal(("ok:9", "Confirm", "interactive"), (message.ReplyId, message.Title, message.Type));
    }

    [Theory]
    [InlineData("list_reply/plain", "8-12 h")]
    [InlineData("list_reply/optionals", null)]
    public void List_reply_is_read(string name, string? description)
    {
        var message = Payload.One<ListReplyReceived>(name);

        Assert.Equal(("slot:am", "Morning", description), (message.ReplyId, message.Title, message.Description));
    }

    [Theory]
    [InlineData("hologram/plain", "hologram")]
    [InlineData("interactive/missing_object_no_error", "interactive")]
    [InlineData("interactive/brand_new", "interactive")]
    public void Message_of_another_kind_says_which(string name, string type) => Assert.Equal(type, Payload.One<UnknownMessageReceived>(name).Type);

    [Fact]
    public void Message_without_type_is_unknown() => Assert.Equal(
        "", Assert.IsType<UnknownMessageReceived>(Assert.Single(Payload.Read(Payload.Messages("""[{"id":"wamid.1=","timestamp":"1"}]""")))).Type);

    [Theory]
    [InlineData("""{"timestamp":"1790000000","type":"text","text":{"body":"x"}}""", "the message has no id")]
    [InlineData("""{"id":"","timestamp":"1","type":"text","text":{"body":"x"}}""", "the message has no id")]
    [InlineData("""{"id":{"a":1},"timestamp":"1","type":"text","text":{"body":"x"}}""", "the message has no id")]
    [InlineData("""{"id":"wamid.1=","type":"text","text":{"body":"x"}}""", "the message has no readable timestamp")]
    [InlineData("""{"id":"wamid.1=","timestamp":"yesterday","type":"text","text":{"body":"x"}}""", "the message has no readable timestamp")]
    [InlineData("""{"id":"wamid.1=","timestamp":-5,"type":"text","text":{"body":"x"}}""", "the message has no readable timestamp")]
    [InlineData("""{"id":"wamid.1=","timestamp":99999999999999999999,"type":"text","text":{"body":"x"}}""", "the message has no readable timestamp")]
    [InlineData("""{"id":"wamid.1=","timestamp":"1","type":"text","text":"x"}""", "text.body is not text")]
    [InlineData("""{"id":"wamid.1=","timestamp":"1","type":"text","text":{"body":{}}}""", "text.body is not text")]
    [InlineData("""{"id":"wamid.1=","timestamp":"1","type":"text"}""", "text.body is not text")]
    [InlineData("""{"id":"wamid.1=","timestamp":"1","type":"interactive","interactive":{"type":"list_reply"}}""", "interactive.list_reply has no id")]
    [InlineData("[]", "the message is not an object")]
    [InlineData("null", "the message is not an object")]
    public void Unreadable_message_is_malformed_and_says_why(string json, string reason)
    {
        var malformed = Assert.IsType<MalformedEvent>(Assert.Single(Payload.Read(Payload.Messages($"[{json}]"))));

        Assert.Equal(reason, malformed.Reason);
        Assert.Equal(json, Encoding.UTF8.GetString(malformed.Raw.Span));
        Assert.Equal(new PhoneNumberId("800200"), malformed.PhoneNumberId);
    }

    [Fact]
    public void Milliseconds_are_taken_for_milliseconds() => Assert.Equal(
        DateTimeOffset.FromUnixTimeMilliseconds(1790000000123),
        Assert.IsType<UnknownMessageReceived>(Assert.Single(Payload.Read(Payload.Messages("""[{"id":"w","timestamp":1790000000123}]""")))).Timestamp);

    [Fact]
    public void Contacts_are_joined_by_id_and_not_by_position()
    {
        var events = WebhookReader.Read(Payload.Bytes("batch/several_entries")).OfType<TextReceived>().ToList();

        Assert.Equal(["Mira K.", "Noor"], events.Select(message => message.From.ProfileName));
    }

    [Fact]
    public void Contact_with_the_same_recycled_phone_but_another_user_is_not_the_sender()
    {
        var message = Assert.IsType<TextReceived>(Assert.Single(Payload.Read(Payload.Messages(
            """[{"from":"4915550001111","from_user_id":"DE.1","id":"w","timestamp":"1","type":"text","text":{"body":"x"}}]""",
            """[{"wa_id":"4915550001111","user_id":"DE.2","profile":{"name":"Other"}}]"""))));

        Assert.Null(message.From.ProfileName);
    }

    [Fact]
    public void Thousand_messages_find_their_contacts()
    {
        var messages = string.Join(',', Enumerable.Range(0, 1000).Select(i =>
            $$$"""{"from":"49155500{{{i:0000}}}","id":"w{{{i}}}","timestamp":"1","type":"text","text":{"body":"{{{i}}}"}}"""));
        var contacts = string.Join(',', Enumerable.Range(0, 1000).Reverse().Select(i =>
            $$$"""{"wa_id":"49155500{{{i:0000}}}","user_id":"DE.{{{i}}}","profile":{"name":"n{{{i}}}"}}"""));

        var events = Payload.Read(Payload.Messages($"[{messages}]", $"[{contacts}]")).Cast<TextReceived>().ToList();

        Assert.Equal(1000, events.Count);
        Assert.All(events, message => Assert.Equal(("n" + message.Body, "DE." + message.Body), (message.From.ProfileName, message.From.UserId)));
    }

    [Fact]
    public void Stored_message_that_is_none_cannot_be_read() => Assert.All(
        ["", "5", "{}", """{"id":"w"}""", """{"id":"w","timestamp":"1","type":"text"}"""],
        json => Assert.Throws<WebhookFormatException>(
            () => WebhookReader.ReadMessage(Encoding.UTF8.GetBytes(json), default, new PhoneNumberId("1"), "2")));
}
