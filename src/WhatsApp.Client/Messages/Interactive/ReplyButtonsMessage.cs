using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with one to three buttons; a tap comes back as a button reply with the button's id.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages">reply buttons</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="Buttons">One to three, ids and titles unique.</param>
public sealed record ReplyButtonsMessage(string Body, IReadOnlyList<ReplyButton> Buttons) : OutgoingMessage
{
    /// <summary>Text, picture, video or file above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        checks.Count("interactive.action.buttons", Buttons?.Count ?? 0, 1, 3);
        var ids = new SeenTexts();
        var titles = new SeenTexts();
        for (var i = 0; i < (Buttons?.Count ?? 0); i++)
        {
            checks.Unique($"interactive.action.buttons[{i}].reply.id", Buttons![i]?.Id, 256, ref ids);
            checks.Unique($"interactive.action.buttons[{i}].reply.title", Buttons[i]?.Title, 20, ref titles);
        }
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "button"u8, Body, Header, Footer);
        writer.WriteStartArray("buttons"u8);
        for (var i = 0; i < Buttons.Count; i++)
            Buttons[i].Write(writer, "reply"u8);
        writer.WriteEndArray();
        InteractiveParts.End(writer);
    }
}
