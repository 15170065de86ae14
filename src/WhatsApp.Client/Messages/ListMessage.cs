using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A text with a button that opens a list; a choice comes back as a list reply with the row's id.</summary>
/// <param name="Body">1 to 4,096 characters.</param>
/// <param name="Button">What the button says: 1 to 20 characters.</param>
/// <param name="Sections">One to ten, together at most ten rows.</param>
public sealed record ListMessage(string Body, string Button, IReadOnlyList<ListSection> Sections) : OutgoingMessage
{
    /// <summary>Text above the body, at most 60 characters; null for none. Lists take no picture.</summary>
    public string? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    private MessageHeader? TextHeader => Header is null ? null : new MessageHeader.Text(Header);

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, TextHeader, Body, 4096, Footer);
        checks.Required("interactive.action.button", Button, 20);
        checks.Count("interactive.action.sections", Sections.Count, 1, 10);
        checks.Count("interactive.action.sections[].rows", Sections.Sum(section => section.Rows.Count), 1, 10);
        var ids = new SeenTexts();
        var titles = new SeenTexts();
        for (var i = 0; i < Sections.Count; i++)
            CheckSection(checks, $"interactive.action.sections[{i}]", Sections[i], Sections.Count > 1, ref ids, ref titles);
    }

    private static void CheckSection(
        MessageChecks checks, MessagePath path, ListSection section, bool titleRequired, ref SeenTexts ids, ref SeenTexts titles)
    {
        if (titleRequired)
            checks.Required($"{path}.title", section.Title, 24);
        else
            checks.Optional($"{path}.title", section.Title, 24);
        for (var i = 0; i < section.Rows.Count; i++)
        {
            checks.Unique($"{path}.rows[{i}].id", section.Rows[i].Id, 200, ref ids);
            checks.Unique($"{path}.rows[{i}].title", section.Rows[i].Title, 24, ref titles);
            checks.Optional($"{path}.rows[{i}].description", section.Rows[i].Description, 72);
        }
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "list"u8, TextHeader, Body, Footer);
        writer.WriteText("button"u8, Button);
        writer.WriteStartArray("sections"u8);
        foreach (var section in Sections)
            section.Write(writer);
        writer.WriteEndArray();
        InteractiveParts.End(writer);
    }
}
