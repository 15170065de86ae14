using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A group of rows in a <see cref="ListMessage"/>.</summary>
/// <param name="Title">1 to 24 characters; may be null only when the list has one section.</param>
/// <param name="Rows">The choices, at least one; ids and titles unique within the message.</param>
public sealed record ListSection(string? Title, IReadOnlyList<ListRow> Rows)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ListSection);

    internal static void Check(
        MessageChecks checks, MessagePath path, ListSection? section, bool titleRequired, ref SeenTexts ids, ref SeenTexts titles)
    {
        if (titleRequired)
            checks.Label($"{path}.title", section?.Title, 24);
        else
            checks.OptionalLabel($"{path}.title", section?.Title, 24);
        var rows = section?.Rows ?? [];
        checks.Count($"{path}.rows", rows.Count, 1, int.MaxValue);
        for (var i = 0; i < rows.Count; i++)
        {
            checks.Unique($"{path}.rows[{i}].id", rows[i]?.Id, 200, ref ids);
            checks.Unique($"{path}.rows[{i}].title", rows[i]?.Title, 24, ref titles);
            checks.Optional($"{path}.rows[{i}].description", rows[i]?.Description, 72);
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteOptionalText("title"u8, Title);
        writer.WriteStartArray("rows"u8);
        for (var i = 0; i < Rows.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteText("id"u8, Rows[i].Id);
            writer.WriteText("title"u8, Rows[i].Title);
            writer.WriteOptionalText("description"u8, Rows[i].Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
