using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One card of <c>contacts[]</c> as found.</summary>
internal struct ContactDraft
{
    public int Start;
    public int Length;
    public string? WaId;
    public string? UserId;
    public string? ParentUserId;
    public string? Username;
    public string? Name;

    /// <summary>Reads the card the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref ContactDraft draft)
    {
        draft.Start = (int)reader.TokenStartIndex;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("wa_id"u8))
                draft.WaId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("user_id"u8))
                draft.UserId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("parent_user_id"u8))
                draft.ParentUserId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("profile"u8) && JsonReading.IsObject(ref reader))
                ReadProfile(ref reader, ref draft);
            else
                reader.Skip();
        }

        draft.Length = (int)reader.BytesConsumed - draft.Start;
    }

    private static void ReadProfile(ref Utf8JsonReader reader, ref ContactDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("name"u8))
                draft.Name = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("username"u8))
                draft.Username = JsonReading.Id(ref reader);
            else
                reader.Skip();
        }
    }
}
