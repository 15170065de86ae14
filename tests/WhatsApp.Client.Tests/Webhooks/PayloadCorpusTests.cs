using System.Text.Json;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class PayloadCorpusTests
{
    private static readonly string[] Private =
        ["4915550001111", "4915550002222", "DE.48213377190552", "Mira", "mira.k", "Hello", "wamid.", "ok:9", "Confirm"];

    public static TheoryData<string> Names => [.. Payload.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Payload_gives_the_events_it_holds(string name) =>
        Assert.Equal(Payload.ExpectedKinds(name), WebhookReader.Read(Payload.Bytes(name)).Select(one => one.GetType().Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Raw_is_an_exact_slice_of_the_body(string name)
    {
        var body = Payload.Bytes(name);

        Assert.All(WebhookReader.Read(body), one =>
        {
            Assert.True(body.AsSpan().IndexOf(one.Raw.Span) >= 0);
            using var parsed = JsonDocument.Parse(one.Raw);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_print_nothing_private(string name) => Assert.All(WebhookReader.Read(Payload.Bytes(name)), one =>
    {
        var text = $"{one} {(one as MessageReceived)?.From} {(one as MessageReceived)?.Context} {(one as MessageReceived)?.Id}";
        Assert.All(Private, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Skim_and_read_agree_about_the_changes(string name)
    {
        var body = Payload.Bytes(name);
        var asked = new List<WebhookChange>();

        var events = WebhookReader.Read(body, change =>
        {
            asked.Add(change);
            return true;
        });

        Assert.Equal(WebhookReader.Skim(body), asked);
        if (asked.Count > 0)
            Assert.All(events, one => Assert.Contains(new WebhookChange(one.EntryIndex, one.ChangeIndex, one.WabaId, one.Field, one.PhoneNumberId), asked));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Message_read_again_from_storage_is_the_same(string name) =>
        Assert.All(WebhookReader.Read(Payload.Bytes(name)).OfType<MessageReceived>(), message =>
        {
            var again = WebhookReader.ReadMessage(message.Raw.Span, message.ContactRaw.Span, message.PhoneNumberId!.Value, message.WabaId);

            // Everything but the positions and the memory the slices live in.
            Assert.True(again.Raw.Span.SequenceEqual(message.Raw.Span));
            Assert.True(again.ContactRaw.Span.SequenceEqual(message.ContactRaw.Span));
            Assert.Equal(
                message with { EntryIndex = 0, ChangeIndex = 0, Raw = default, ContactRaw = default },
                again with { Raw = default, ContactRaw = default });
            Assert.Equal(message.DeduplicationKey, again.DeduplicationKey);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Redelivery_has_the_same_keys_and_no_two_events_share_one(string name)
    {
        var keys = WebhookReader.Read(Payload.Bytes(name)).Select(one => one.DeduplicationKey).ToList();

        Assert.Equal(keys, WebhookReader.Read(Payload.Bytes(name)).Select(one => one.DeduplicationKey));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }
}
