using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that opens a list; a choice comes back as a list reply with the row's id.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages">list messages</see>.
/// </summary>
/// <param name="Body">
/// 1 to 4,096 characters, as the platform's page on lists says. Its other pages give 1,024 for every interactive body, so more than that is a
/// warning, see <see cref="OutgoingMessage.Warnings"/>.
/// </param>
/// <param name="Button">What the button says: 1 to 20 characters.</param>
/// <param name="Sections">One to ten, together at most ten rows; ids and titles of rows unique within the message.</param>
public sealed record ListMessage(string Body, string Button, IReadOnlyList<ListSection> Sections) : OutgoingMessage
{
    /// <summary>Text above the body, at most 60 characters; null for none. Lists take no picture.</summary>
    public string? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Optional("interactive.header.text", Header, 60);
        checks.Disputed("interactive.body.text", Body, InteractiveParts.MaxBody, 4096);
        checks.Optional("interactive.footer.text", Footer, InteractiveParts.MaxFooter);
        checks.Label("interactive.action.button", Button, 20);
        checks.Count("interactive.action.sections", Sections?.Count ?? 0, 1, 10);
        var ids = new SeenTexts();
        var titles = new SeenTexts();
        var rows = 0;
        for (var i = 0; i < (Sections?.Count ?? 0); i++)
        {
            ListSection.Check(checks, $"interactive.action.sections[{i}]", Sections![i], Sections.Count > 1, ref ids, ref titles);
            rows += Sections[i]?.Rows?.Count ?? 0;
        }

        checks.Count("interactive.action.sections[].rows", rows, 0, 10);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "list"u8, Body, Header is null ? null : new MessageHeader.Text(Header), Footer);
        writer.WriteText("button"u8, Button);
        writer.WriteStartArray("sections"u8);
        for (var i = 0; i < Sections.Count; i++)
            Sections[i].Write(writer);
        writer.WriteEndArray();
        InteractiveParts.End(writer);
    }
}
