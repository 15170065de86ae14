using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A group of rows in a <see cref="ListMessage"/>.</summary>
/// <param name="Title">1 to 24 characters; may be null only when the list has one section.</param>
/// <param name="Rows">The choices; ids and titles unique within the message.</param>
public sealed record ListSection(string? Title, IReadOnlyList<ListRow> Rows)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ListSection);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteOptionalText("title"u8, Title);
        writer.WriteStartArray("rows"u8);
        foreach (var row in Rows)
        {
            writer.WriteStartObject();
            writer.WriteText("id"u8, row.Id);
            writer.WriteText("title"u8, row.Title);
            writer.WriteOptionalText("description"u8, row.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
