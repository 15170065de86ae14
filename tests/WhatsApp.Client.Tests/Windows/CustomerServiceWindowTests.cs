using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Windows;

public sealed class CustomerServiceWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static WebhookEvent Message(string type, DateTimeOffset at, string more = "") => Assert.Single(Webhooks.Payload.Read(Webhooks.Payload.Messages(
        $$$"""[{"from":"4915550001111","id":"w","timestamp":"{{{at.ToUnixTimeSeconds()}}}","type":"{{{type}}}"{{{more}}} }]""")));

    private static WebhookEvent Text(DateTimeOffset at) => Message("text", at, ""","text":{"body":"x"}""");

    [Fact]
    public void Never_written_to_is_closed()
    {
        var window = default(CustomerServiceWindow);

        Assert.False(window.IsOpen(Noon));
        Assert.Null(window.FreeFormUntil());
        Assert.Null(window.ClosesAt);
    }

    [Fact]
    public void Message_opens_for_a_day_less_the_margin()
    {
        var window = default(CustomerServiceWindow).After(Text(Noon));

        Assert.Equal(Noon.AddDays(1), window.ClosesAt);
        Assert.Equal(Noon.AddDays(1).AddMinutes(-2), window.FreeFormUntil());
        Assert.True(window.IsOpen(Noon.AddDays(1).AddMinutes(-2).AddTicks(-1)));
        Assert.False(window.IsOpen(Noon.AddDays(1).AddMinutes(-2)));
        Assert.True(window.IsOpen(Noon.AddDays(1).AddTicks(-1), TimeSpan.Zero));
        Assert.False(window.IsOpen(Noon.AddDays(1), TimeSpan.Zero));
    }

    [Fact]
    public void Late_and_disordered_messages_never_move_it_back()
    {
        var window = default(CustomerServiceWindow).After(Text(Noon)).After(Text(Noon.AddHours(-5))).After(Text(Noon.AddDays(-3)));

        Assert.Equal(new CustomerServiceWindow(Noon), window);
        Assert.False(default(CustomerServiceWindow).After(Text(Noon.AddDays(-3))).IsOpen(Noon));
    }

    [Theory]
    [InlineData("interactive", ""","interactive":{"type":"button_reply","button_reply":{"id":"1"}}""", true)]
    [InlineData("button", ""","button":{"payload":"1"}""", true)]
    [InlineData("image", ""","image":{"id":"1"}""", true)]
    [InlineData("hologram", "", true)]
    [InlineData("unsupported", "", true)]
    [InlineData("unsupported", ""","unsupported":{"type":"reaction"}""", false)]
    [InlineData("reaction", ""","reaction":{"message_id":"1","emoji":"x"}""", false)]
    [InlineData("system", ""","system":{"type":"user_changed_number"}""", false)]
    [InlineData("edit", ""","edit":{"original_message_id":"1"}""", false)]
    [InlineData("revoke", ""","revoke":{"original_message_id":"1"}""", false)]
    [InlineData("request_welcome", "", false)]
    [InlineData("text", ""","group_id":"G","text":{"body":"x"}""", false)]
    [InlineData("interactive", ""","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","response_source":"automatic"}}""", false)]
    public void Only_what_the_customer_says_opens_it(string type, string more, bool opens) =>
        Assert.Equal(opens, default(CustomerServiceWindow).After(Message(type, Noon, more)).IsOpen(Noon));

    [Theory]
    [InlineData("USER_INITIATED", "connect", true)]
    [InlineData("BUSINESS_INITIATED", "connect", false)]
    [InlineData("USER_INITIATED", "terminate", false)]
    public void Call_of_the_customer_opens_it(string direction, string kind, bool opens)
    {
        var call = new CallUpdated
        {
            WabaId = "7", Field = "calls", Raw = default, CallId = "c", Event = new CallEvent(kind), Direction = new CallDirection(direction), Customer = new MessageSender(), Timestamp = Noon,
        };

        Assert.Equal(opens, default(CustomerServiceWindow).After(call).IsOpen(Noon));
        Assert.True(default(CustomerServiceWindow).After(call with { Direction = CallDirection.UserInitiated, StartTime = Noon }).IsOpen(Noon));
    }

    [Fact]
    public void Call_of_the_business_opens_it_once_taken()
    {
        var status = new CallStatusReceived { WabaId = "7", Field = "calls", Raw = default, CallId = "c", Status = CallStatus.Ringing, Customer = new MessageSender(), Timestamp = Noon };

        Assert.False(default(CustomerServiceWindow).After(status).IsOpen(Noon));
        Assert.True(default(CustomerServiceWindow).After(status with { Status = CallStatus.Accepted }).IsOpen(Noon));
    }

    [Fact]
    public void Statuses_echoes_and_preferences_open_nothing() => Assert.All(
        ["status/reference", "echoes/from_phone_app", "user_preferences/stop", "standby/message"],
        name => Assert.Equal(default, default(CustomerServiceWindow).After(WebhookReader.Read(Webhooks.Payload.Bytes(name))[0])));
}
