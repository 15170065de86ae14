using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class LargeBodyTests
{
    [Fact]
    public void One_text_of_three_megabytes_is_read()
    {
        var longText = new string('ä', 1_500_000);

        var text = Assert.IsType<TextReceived>(Assert.Single(Payload.Read(Payload.Messages(
            $$$"""[{"id":"w","timestamp":"1","type":"text","text":{"body":"{{{longText}}}"}}]"""))));

        Assert.Equal(longText, text.Body);
    }

    [Fact]
    public void Batch_of_three_megabytes_is_read()
    {
        var message = string.Join(',', Enumerable.Range(0, 1000).Select(i =>
            $$$"""{"id":"w{{{i}}}","timestamp":"1","type":"text","text":{"body":"{{{new string('x', 2900)}}}"}}"""));
        var statuses = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""{"id":"s{{i}}","timestamp":"1","status":"read"}"""));
        var body = Encoding.UTF8.GetBytes($$$"""
            {"entry":[{"id":"7","changes":[{"field":"messages","value":{"messages":[{{{message}}}]}},{"field":"messages","value":{"statuses":[{{{statuses}}}]}}]}]}
            """);

        var events = WebhookReader.Read(body);

        Assert.True(body.Length > 3_000_000);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => "w" + i), events.OfType<TextReceived>().Select(one => one.Id.Value));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => "s" + i), events.OfType<StatusReceived>().Select(one => one.MessageId.Value));
    }

    [Fact]
    public void History_of_three_megabytes_is_read()
    {
        var messages = string.Join(',', Enumerable.Range(0, 20_000).Select(i =>
            $$$"""{"from":"4915550001111","id":"wamid.{{{i}}}","timestamp":"1780000000","type":"text","text":{"body":"old words, old words, old words, old words"}}"""));

        var history = Assert.IsType<HistoryReceived>(Assert.Single(Payload.Read(
            $$$"""{"entry":[{"id":"7","changes":[{"field":"history","value":{"history":[{"threads":[{"id":"4915550001111","messages":[{{{messages}}}]}]}]}}]}]}""")));

        Assert.Equal(20_000, Assert.Single(history.Threads).Messages.Count);
    }

    [Fact]
    public void Events_keep_nothing_of_other_changes()
    {
        var events = WebhookReader.Read(Payload.Bytes("batch/several_entries"));

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(events[^1].Raw, out var kept));
        Assert.DoesNotContain("4915550002222", Encoding.UTF8.GetString(kept.Array!), StringComparison.Ordinal);
    }
}
