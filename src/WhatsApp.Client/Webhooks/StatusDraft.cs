using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>One status as found.</summary>
internal struct StatusDraft
{
    private static readonly string[] Statuses = ["sent", "delivered", "read", "played", "failed"];

    public string? Id;
    public string? Status;
    public DateTimeOffset? Timestamp;
    public string? RecipientId;
    public string? RecipientUserId;
    public string? ParticipantId;
    public string? ParticipantUserId;
    public string? CallbackData;
    public Pricing? Pricing;
    public List<WebhookError>? Errors;

    /// <summary>Reads the status the reader stands on.</summary>
    public static void Read(ref Utf8JsonReader reader, ref StatusDraft draft)
    {
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
                draft.Id = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("status"u8))
                draft.Status = JsonReading.Word(ref reader, Statuses);
            else if (name.SequenceEqual("timestamp"u8))
                draft.Timestamp = JsonReading.Instant(ref reader);
            else if (name.SequenceEqual("recipient_id"u8))
                draft.RecipientId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("recipient_user_id"u8))
                draft.RecipientUserId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("biz_opaque_callback_data"u8))
                draft.CallbackData = JsonReading.Text(ref reader);
            else if (name.SequenceEqual("pricing"u8) && JsonReading.IsObject(ref reader))
                draft.Pricing = ReadPricing(ref reader);
            else if (name.SequenceEqual("errors"u8) && JsonReading.IsArray(ref reader))
                draft.Errors = WebhookErrors.Read(ref reader);
            else if (name.SequenceEqual("recipient_participant_id"u8))
                draft.ParticipantId = JsonReading.Id(ref reader);
            else if (name.SequenceEqual("recipient_participant_user_id"u8))
                draft.ParticipantUserId = JsonReading.Id(ref reader);
            else
                reader.Skip();
        }
    }

    private static Pricing ReadPricing(ref Utf8JsonReader reader)
    {
        bool? billable = null;
        string? model = null, type = null, category = null;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("billable"u8))
                billable = JsonReading.Flag(ref reader);
            else if (name.SequenceEqual("pricing_model"u8))
                model = JsonReading.Word(ref reader, ["PMP", "CBP"]);
            else if (name.SequenceEqual("type"u8))
                type = JsonReading.Word(ref reader, ["regular", "free_customer_service", "free_entry_point"]);
            else if (name.SequenceEqual("category"u8))
                category = JsonReading.Word(ref reader, ["service", "utility", "marketing", "authentication"]);
            else
                reader.Skip();
        }

        return new Pricing { Billable = billable, PricingModel = model, Type = type, Category = category };
    }
}
