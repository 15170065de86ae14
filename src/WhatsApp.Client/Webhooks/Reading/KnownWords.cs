namespace WhatsApp.Client.Webhooks;

/// <summary>The words that come with most events, so that they need no new string; others are read.</summary>
internal static class KnownWords
{

    /// <summary>The word at this place; null when there is none.</summary>
    public static string? At(TextSlice at, ReadOnlySpan<byte> json) => !at.IsPresent ? null : Of(at.In(json)) ?? at.Read(json);

    private static string? Of(ReadOnlySpan<byte> word) => word.Length switch
    {
        3 => Same(word, "PMP"u8, "PMP") ?? Same(word, "CBP"u8, "CBP"),
        4 => Same(word, "text"u8, "text") ?? Same(word, "sent"u8, "sent") ?? Same(word, "read"u8, "read"),
        5 => Same(word, "image"u8, "image") ?? Same(word, "audio"u8, "audio") ?? Same(word, "video"u8, "video") ?? Same(word, "order"u8, "order"),
        6 => Same(word, "button"u8, "button") ?? Same(word, "failed"u8, "failed") ?? Same(word, "played"u8, "played") ?? Same(word, "system"u8, "system"),
        7 => Same(word, "service"u8, "service") ?? Same(word, "utility"u8, "utility") ?? Same(word, "regular"u8, "regular") ?? Same(word, "sticker"u8, "sticker"),
        8 => Same(word, "messages"u8, "messages") ?? Same(word, "reaction"u8, "reaction") ?? Same(word, "document"u8, "document")
            ?? Same(word, "location"u8, "location") ?? Same(word, "contacts"u8, "contacts"),
        9 => Same(word, "delivered"u8, "delivered") ?? Same(word, "marketing"u8, "marketing"),
        10 => Same(word, "list_reply"u8, "list_reply") ?? Same(word, "image/jpeg"u8, "image/jpeg"),
        11 => Same(word, "interactive"u8, "interactive") ?? Same(word, "unsupported"u8, "unsupported"),
        12 => Same(word, "button_reply"u8, "button_reply"),
        14 => Same(word, "authentication"u8, "authentication"),
        16 => Same(word, "free_entry_point"u8, "free_entry_point"),
        21 => Same(word, "free_customer_service"u8, "free_customer_service"),
        _ => null,
    };

    private static string? Same(ReadOnlySpan<byte> word, ReadOnlySpan<byte> known, string text) => word.SequenceEqual(known) ? text : null;
}
