using System.Text;
using System.Text.Json;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Messages;

public sealed class UserDefinedMessageTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public UserDefinedMessageTests() => _api.Answer(200, CloudApi.Sent);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Message_of_ones_own_is_sent_like_any_other()
    {
        await _api.SendAsync(new HologramMessage("900100", [0, 90, 180]), new SendOptions { BizOpaqueCallbackData = "h-1" });

        Json.AssertEqual(
            """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"+4915550001111","biz_opaque_callback_data":"h-1",
             "type":"hologram","hologram":{"id":"900100","angles":[0,90,180]}}
            """,
            _api.LastBody);
    }

    [Fact]
    public void Message_of_ones_own_can_be_stored()
    {
        var stored = MessageJson.Write(new HologramMessage("900100", [90]));

        Json.AssertEqual("""{"type":"hologram","hologram":{"id":"900100","angles":[90]}}""", Encoding.UTF8.GetString(stored));
        Assert.Equal("hologram", MessageJson.Read(stored).Type);
    }

    [Fact]
    public async Task Its_faults_stop_the_send_with_path_kind_limit_and_actual()
    {
        var exception = await Assert.ThrowsAsync<InvalidMessageException>(() => _api.SendAsync(new HologramMessage("", [0, 1, 2, 400]) { Address = "nowhere" }));

        Assert.Equal(
            [
                new MessageFault("hologram.id", MessageFaultKind.Missing),
                new MessageFault("hologram.angles", MessageFaultKind.TooMany, 3, 4),
                new MessageFault("hologram.angles[3]", MessageFaultKind.TooLarge, 359, 400),
                new MessageFault("hologram.address", MessageFaultKind.Malformed),
            ],
            exception.Faults);
        Assert.Empty(_api.Requests);
    }

    [Fact]
    public void Its_doubts_are_warnings() =>
        Assert.Equal([new MessageFault("hologram.id", MessageFaultKind.TooLong, 8, 9)], new HologramMessage("123456789", []).Warnings());

    [Fact]
    public void It_prints_its_kind_only() => Assert.Equal("HologramMessage", new HologramMessage("secret", []).ToString());

    [Fact]
    public async Task Message_without_rules_needs_none()
    {
        await _api.SendAsync(new PingMessage());

        Assert.EndsWith(""" "type":"ping","ping":{}}""".Trim(), _api.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_leaves_an_object_open_is_not_sent()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _api.SendAsync(new OpenMessage()));

        Assert.Empty(_api.Requests);
    }

    private sealed record HologramMessage(string MediaId, IReadOnlyList<int> Angles) : OutgoingMessage
    {
        public string? Address { get; init; }

        public override string Type => "hologram";

        protected override void Check(MessageChecks checks)
        {
            checks.Disputed("hologram.id", MediaId, 8, 16);
            checks.Count("hologram.angles", Angles.Count, 0, 3);
            for (var i = 0; i < Angles.Count; i++)
                checks.Range($"hologram.angles[{i}]", Angles[i], 0, 359);
            if (Address is not null)
                checks.WebAddress("hologram.address", Address);
        }

        protected override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "hologram");
            writer.WriteStartObject("hologram");
            writer.WriteString("id", MediaId);
            writer.WriteStartArray("angles");
            foreach (var angle in Angles)
                writer.WriteNumberValue(angle);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private sealed record PingMessage : OutgoingMessage
    {
        public override string Type => "ping";

        protected override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "ping");
            writer.WriteStartObject("ping");
            writer.WriteEndObject();
        }
    }

    private sealed record OpenMessage : OutgoingMessage
    {
        public override string Type => "open";

        protected override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("type", "open");
            writer.WriteStartObject("open");
        }
    }
}
