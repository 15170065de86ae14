using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>What all actions have in common.</content>
public sealed partial class EmulatedPhone
{
    private async Task<ChatMessage> ActAsync(
        EmulatedNumber to, string type, JsonNode? payload, Func<ChatMessage, ChatMessage> shown, InboundExtras extras, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        var chat = ChatWith(to);
        var waId = VisibleWaId(to);
        var at = DateTimeOffset.FromUnixTimeSeconds((extras.At ?? _cloud.Time.GetUtcNow()).ToUnixTimeSeconds());
        var quoted = chat.Find(extras.QuotedId);
        var message = shown(new ChatMessage { Id = MessageIds.NewMessage(waId ?? UserIdFor(to) ?? Id), IsFromBusiness = false, Type = type, At = at, QuotedId = extras.QuotedId });
        var isShown = extras is { IsHidden: false, Group: null };
        if (isShown)
            chat.Say(message, opensWindow: type is not ("reaction" or "unsupported"));
        if (extras.Referral is not null)
            chat.ComeByAd();
        to.Throughput.Take();
        to.Waba.Traffic.Received(at);

        var context = extras.Context ?? (quoted is null ? null : InboundEvent.Quote(this, to, quoted, waId));
        var body = InboundEvent.Body(this, to, message, waId, payload, context);
        if (extras.Group is { } group)
            body["group_id"] = group.Id;
        if (extras.Referral is { } referral)
            body["referral"] = referral;
        if (extras.Errors is { } errors)
            body["errors"] = errors;
        await _cloud.Sender.RaiseAsync(
            new JsonEvent(to.Waba, to, to.Routing.FieldFor(this), body)
            {
                List = "messages",
                Contact = ContactCard.Of(this, to, waId, withUsername: true),
                Accepted = isShown ? () => chat.Accepted(message.Id) : null,
            },
            cancellationToken).ConfigureAwait(false);
        return chat.Find(message.Id) ?? message;
    }
}
