using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One card of <c>contacts[]</c> as found.</summary>
internal struct ContactDraft
{
    public JsonSlice Raw;
    public TextSlice WaId;
    public TextSlice UserId;
    public TextSlice ParentUserId;
    public TextSlice Username;
    public TextSlice Name;

    /// <summary>Says that the card stands further on than where it was read.</summary>
    public void MoveBy(int shift)
    {
        Raw = Raw.IsPresent ? Raw with { Start = Raw.Start + shift } : default;
        (WaId, UserId, ParentUserId) = (WaId.MovedBy(shift), UserId.MovedBy(shift), ParentUserId.MovedBy(shift));
        (Username, Name) = (Username.MovedBy(shift), Name.MovedBy(shift));
    }

    /// <summary>Reads the card the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref ContactDraft draft)
    {
        var start = (int)reader.TokenStartIndex;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("wa_id"u8))
                draft.WaId = JsonReading.IdAt(ref reader);
            else if (name.SequenceEqual("user_id"u8))
                draft.UserId = JsonReading.IdAt(ref reader);
            else if (name.SequenceEqual("profile"u8) && JsonReading.IsObject(ref reader))
                ReadProfile(ref reader, ref draft);
            else if (name.SequenceEqual("parent_user_id"u8))
                draft.ParentUserId = JsonReading.IdAt(ref reader);
            else
                reader.Skip();
        }

        draft.Raw = new JsonSlice(start, (int)reader.BytesConsumed - start);
    }

    private static void ReadProfile(ref Utf8JsonReader reader, ref ContactDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("name"u8))
                draft.Name = JsonReading.IdAt(ref reader);
            else if (name.SequenceEqual("username"u8))
                draft.Username = JsonReading.IdAt(ref reader);
            else
                reader.Skip();
        }
    }
}
