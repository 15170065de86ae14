using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>Writes one status as the platform words it: which ids are present depends on how the message was addressed.</summary>
internal sealed class StatusEvent : WebhookEvent
{
    private readonly OutgoingMessage _message;
    private readonly string _status;
    private readonly DateTimeOffset _at;
    private readonly bool _isPriced;
    private readonly EmulatedPhone? _member;

    private StatusEvent(OutgoingMessage message, string status, DateTimeOffset at, bool isPriced, EmulatedPhone? member)
        : base(message.Number.Waba, message.Number, "messages")
    {
        (_message, _status, _at, _isPriced, _member) = (message, status, at, isPriced, member);
        List = "statuses";
        var person = member ?? message.Recipient.Phone;
        Contact = status == "failed" || person is null
            ? null
            : ContactCard.Of(person, message.Number, RecipientWaId(), withUsername: status is "delivered" or "read");
    }

    /// <param name="message">The message.</param>
    /// <param name="status">How far it came.</param>
    /// <param name="at">When.</param>
    /// <param name="isPriced">Whether this status carries the price.</param>
    /// <param name="member">The member of the group concerned, or null.</param>
    /// <param name="accepted">Runs once the endpoint has taken it.</param>
    public static WebhookEvent Of(OutgoingMessage message, string status, DateTimeOffset at, bool isPriced, EmulatedPhone? member, Action accepted) =>
        new StatusEvent(message, status, at, isPriced, member) { Accepted = accepted };

    public override void Write(Utf8JsonWriter writer, WebhookStyle style)
    {
        writer.WriteString("id", _message.Id);
        writer.WriteString("status", _status);
        writer.WriteString("timestamp", _at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        WriteRecipient(writer);
        if (_message.IdentityHash is { } hash)
            writer.WriteString("recipient_identity_key_hash", hash);
        if (_message.BizOpaque is { } opaque)
            writer.WriteString("biz_opaque_callback_data", opaque);
        if (_message.DirectTemplateId is { } templateId)
            writer.WriteString("template_id", templateId);
        if (_status == "failed")
        {
            writer.WritePropertyName("errors");
            writer.WriteStartArray();
            _message.Failure!.ToWebhook().WriteTo(writer);
            writer.WriteEndArray();
            return;
        }

        if (!_isPriced || _message.Price is not { } price)
            return;
        if (style.HasConversation || price.IsFreeEntry)
            WriteConversation(writer, price);
        writer.WriteStartObject("pricing");
        writer.WriteBoolean("billable", price.IsBillable);
        writer.WriteString("pricing_model", "PMP");
        writer.WriteString("type", price.Type);
        writer.WriteString("category", price.Category);
        writer.WriteEndObject();
    }

    private void WriteRecipient(Utf8JsonWriter writer)
    {
        var number = _message.Number;
        if (_message.Recipient.Group is { } group)
        {
            writer.WriteString("recipient_id", group.Id);
            writer.WriteString("recipient_type", "group");
            if (_member is null)
                return;
            if (RecipientWaId() is { } memberWaId)
                writer.WriteString("recipient_participant_id", memberWaId);
            WriteOptional(writer, "recipient_participant_user_id", _member.UserIdFor(number));
            WriteOptional(writer, "recipient_participant_parent_user_id", _member.ParentUserIdFor(number));
            return;
        }

        WriteOptional(writer, "recipient_id", RecipientWaId());
        WriteOptional(writer, "recipient_user_id", _status == "failed" ? _message.Recipient.UserId : _message.Recipient.Phone?.UserIdFor(number));
        if (_status != "failed")
            WriteOptional(writer, "recipient_parent_user_id", _message.Recipient.Phone?.ParentUserIdFor(number));
    }

    private void WriteConversation(Utf8JsonWriter writer, MessagePrice price)
    {
        writer.WriteStartObject("conversation");
        writer.WriteString("id", ConversationIds.Of(_message, price));
        if (_status == "sent")
        {
            var until = price.IsFreeEntry && _message.Recipient.Phone is { } phone ? phone.ChatWith(_message.Number).FreeUntil : _message.SentAt.AddHours(24);
            writer.WriteString("expiration_timestamp", until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteStartObject("origin");
        writer.WriteString("type", price.Category.Replace('-', '_'));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private string? RecipientWaId() => _member is not null
        ? _member.VisibleWaId(_message.Number)
        : _message.Recipient.WaId ?? _message.Recipient.Phone?.VisibleWaId(_message.Number);

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
