using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>A tapped button or chosen row as found.</summary>
internal struct ReplyDraft
{
    public string? Id;
    public string? Title;
    public string? Description;

    /// <summary>Reads the reply the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref ReplyDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
                draft.Id = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("title"u8))
                draft.Title = JsonReading.Text(ref reader);
            else if (name.SequenceEqual("description"u8))
                draft.Description = JsonReading.Text(ref reader);
            else
                reader.Skip();
        }
    }
}
