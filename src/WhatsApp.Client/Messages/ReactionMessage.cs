using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// An emoji on a message of the chat, at most 30 days old. It quotes nothing, and only a <c>sent</c> status comes for it; a message that is
/// unknown or too old is answered by webhook with 131009.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages">reaction messages</see>.
/// </summary>
/// <param name="MessageId">The message to react to.</param>
/// <param name="Emoji">One emoji; empty takes an earlier reaction away.</param>
public sealed record ReactionMessage(MessageId MessageId, string Emoji) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "reaction";

    /// <summary>Takes an earlier reaction of this business away.</summary>
    /// <param name="messageId">The message reacted to.</param>
    public static ReactionMessage Remove(MessageId messageId) => new(messageId, "");

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Required("reaction.message_id", MessageId.Value, int.MaxValue);
        if (Emoji is not "")
            checks.Required("reaction.emoji", Emoji, int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "reaction"u8);
        writer.WriteStartObject("reaction"u8);
        writer.WriteText("message_id"u8, MessageId.Value);
        writer.WriteText("emoji"u8, Emoji);
        writer.WriteEndObject();
    }
}
