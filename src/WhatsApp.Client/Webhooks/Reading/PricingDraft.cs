using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>The price of a message as found.</summary>
internal struct PricingDraft
{
    public bool IsPresent;
    public bool? Billable;
    public TextSlice Model;
    public TextSlice Type;
    public TextSlice Category;
    public TextSlice Subtype;

    /// <summary>Reads the object the reader stands on; anything else is passed over.</summary>
    public static void Read(ref Utf8JsonReader reader, ref PricingDraft draft)
    {
        draft = default;
        if (!JsonReading.IsObject(ref reader))
            return;
        draft.IsPresent = true;
        while (JsonReading.Next(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("billable"u8):
                    draft.Billable = JsonReading.Flag(ref reader);
                    break;
                case 13 when name.SequenceEqual("pricing_model"u8):
                    draft.Model = JsonReading.TextAt(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    draft.Type = JsonReading.TextAt(ref reader);
                    break;
                case 8 when name.SequenceEqual("category"u8):
                    draft.Category = JsonReading.TextAt(ref reader);
                    break;
                case 7 when name.SequenceEqual("subtype"u8):
                    draft.Subtype = JsonReading.TextAt(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }
}
