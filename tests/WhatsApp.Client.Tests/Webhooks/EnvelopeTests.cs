using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class EnvelopeTests
{
    [Fact]
    public void Skim_names_owner_and_field_of_each_change_in_order() => Assert.Equal(
        [
            new WebhookChange(0, 0, "700100", "messages", new PhoneNumberId("800200")),
            new WebhookChange(0, 1, "700100", "messages", new PhoneNumberId("800200")),
            new WebhookChange(1, 0, "700101", "account_update", null),
            new WebhookChange(2, 0, "700102", "messages", new PhoneNumberId("800299")),
        ],
        WebhookReader.Skim(Payload.Bytes("batch/several_entries")));

    [Fact]
    public void Only_accepted_changes_are_read()
    {
        var events = WebhookReader.Read(Payload.Bytes("batch/several_entries"), change => change.EntryId == "700102" || change.ChangeIndex == 1);

        Assert.Equal(["StatusReceived", "StatusReceived", "ImageReceived"], events.Select(one => one.GetType().Name));
        Assert.Equal([(0, 1), (0, 1), (2, 0)], events.Select(one => (one.EntryIndex, one.ChangeIndex)));
    }

    [Fact]
    public void Nothing_accepted_gives_nothing() => Assert.Empty(WebhookReader.Read(Payload.Bytes("batch/several_entries"), _ => false));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hello")]
    [InlineData("{")]
    [InlineData("""{"entry":[{"changes":[{"value":{"messages":[{"id":"wam""")]
    [InlineData("{} {}")]
    [InlineData("<html>")]
    [InlineData("""{"entry":[{"changes":[{"field":"messages",}]}]}""")]
    public void Body_that_is_not_json_is_refused(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Throws<WebhookFormatException>(() => WebhookReader.Skim(bytes));
        var exception = Assert.Throws<WebhookFormatException>(() => WebhookReader.Read(bytes));
        Assert.DoesNotContain("wam", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_nested_too_deep_is_refused() => Assert.Throws<WebhookFormatException>(
        () => WebhookReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000))));

    [Theory]
    [InlineData("5")]
    [InlineData("[{}]")]
    [InlineData("""{"entry":{}}""")]
    [InlineData("""{"entry":[1,null,"x",[]]}""")]
    [InlineData("""{"entry":[{"changes":null},{"changes":5},{}]}""")]
    public void Json_of_another_shape_has_no_changes_and_is_one_unknown_event(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Empty(WebhookReader.Skim(bytes));
        var unknown = Assert.IsType<UnknownEvent>(Assert.Single(WebhookReader.Read(bytes)));
        Assert.Equal(body, Encoding.UTF8.GetString(unknown.Raw.Span));
        Assert.Equal(("", "", null), (unknown.WabaId, unknown.Field, unknown.PhoneNumberId));
    }

    [Theory]
    [InlineData("""{"entry":[{"id":"7","changes":[5]}]}""", "5")]
    [InlineData("""{"entry":[{"id":7,"changes":[{}]}]}""", "{}")]
    [InlineData("""{"entry":[{"changes":[{"field":null,"value":null}],"id":"7"}]}""", "null")]
    public void Change_of_another_shape_is_one_unknown_event_of_its_account(string body, string raw)
    {
        var unknown = Assert.IsType<UnknownEvent>(Assert.Single(Payload.Read(body)));

        Assert.Equal(("7", ""), (unknown.WabaId, unknown.Field));
        Assert.Equal(raw, Encoding.UTF8.GetString(unknown.Raw.Span));
    }

    [Fact]
    public void Repeated_members_have_one_owner_for_skim_and_read()
    {
        var body = Encoding.UTF8.GetBytes("""
            {"entry":[{"id":"1","changes":[{"field":"messages",
              "value":{"metadata":{"phone_number_id":"A"},"messages":[{"id":"w","timestamp":"1"}],"metadata":{"phone_number_id":"B"}},
              "value":{"metadata":{"phone_number_id":"C"}}}],"id":"2"}]}
            """);

        var change = Assert.Single(WebhookReader.Skim(body));

        Assert.Equal(("2", new PhoneNumberId("C")), (change.EntryId, change.PhoneNumberId));
        var message = Assert.Single(WebhookReader.Read(body));
        Assert.Equal(("2", new PhoneNumberId("C")), (message.WabaId, message.PhoneNumberId));
    }

    [Fact]
    public void Bodies_no_platform_sends_are_bounded()
    {
        var changes = Encoding.UTF8.GetBytes($$"""{"entry":[{"changes":[{{string.Join(',', Enumerable.Repeat("{}", 2001))}}]}]}""");
        var messages = Encoding.UTF8.GetBytes(Payload.Messages($"[{string.Join(',', Enumerable.Repeat("1", 10_001))}]"));

        Assert.Throws<WebhookFormatException>(() => WebhookReader.Skim(changes));
        Assert.Single(WebhookReader.Skim(messages));
        Assert.Throws<WebhookFormatException>(() => WebhookReader.Read(messages));
    }

    [Fact]
    public void Events_outlive_the_buffer_they_were_read_from()
    {
        var buffer = Payload.Bytes("text/plain");
        var message = Assert.IsType<TextReceived>(Assert.Single(WebhookReader.Read(buffer)));
        Array.Clear(buffer);

        Assert.Contains("Hello", Encoding.UTF8.GetString(message.Raw.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_of_an_event_without_id_depends_on_account_field_value_and_time()
    {
        static string Key(string id = "1", string field = "flows", string value = "{}", string time = "5") =>
            Assert.Single(Payload.Read($$"""{"entry":[{"id":"{{id}}","time":{{time}},"changes":[{"field":"{{field}}","value":{{value}}}]}]}""")).DeduplicationKey;

        Assert.Matches("^x:[0-9a-f]{64}$", Key());
        Assert.Equal(Key(), Key());
        Assert.Equal(5, new[] { Key(), Key(id: "2"), Key(field: "security"), Key(value: "[]"), Key(time: "6") }.Distinct().Count());
        Assert.NotEqual(Key(id: "12", field: "3"), Key(id: "1", field: "23"));
    }
}
