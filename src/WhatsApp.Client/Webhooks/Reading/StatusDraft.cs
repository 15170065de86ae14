using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One status as found.</summary>
internal struct StatusDraft
{
    public TextSlice Id;
    public TextSlice Status;
    public long Ticks;
    public TextSlice RecipientId;
    public TextSlice RecipientUserId;
    public TextSlice CallbackData;
    public JsonSlice Errors;
    public PricingDraft Pricing;

    /// <summary>Whether it has members that few statuses have; they are read in a walk of their own.</summary>
    public bool HasExtras;

    /// <summary>Reads the status the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref StatusDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    draft.Id = JsonReading.IdAt(ref reader);
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    draft.Status = JsonReading.TextAt(ref reader);
                    break;
                case 6 when name.SequenceEqual("errors"u8):
                    draft.Errors = reader.TokenType == JsonTokenType.StartArray ? JsonReading.At(ref reader) : Skipped(ref reader);
                    break;
                case 7 when name.SequenceEqual("pricing"u8):
                    PricingDraft.Read(ref reader, ref draft.Pricing);
                    break;
                case 9 when name.SequenceEqual("timestamp"u8):
                    draft.Ticks = JsonReading.Ticks(ref reader);
                    break;
                case 12 when name.SequenceEqual("recipient_id"u8):
                    draft.RecipientId = JsonReading.IdAt(ref reader);
                    break;
                case 17 when name.SequenceEqual("recipient_user_id"u8):
                    draft.RecipientUserId = JsonReading.IdAt(ref reader);
                    break;
                case 24 when name.SequenceEqual("biz_opaque_callback_data"u8):
                    draft.CallbackData = JsonReading.TextAt(ref reader);
                    break;
                default:
                    draft.HasExtras = true;
                    reader.Skip();
                    break;
            }
        }
    }

    private static JsonSlice Skipped(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return default;
    }
}
