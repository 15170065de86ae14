namespace WhatsApp.Emulator;

/// <summary>Something the phone page shows at once: a new or changed message, or that the business types.</summary>
internal sealed record PhoneNews(EmulatedPhone Phone, EmulatedNumber Number, ChatMessage? Message, bool IsTyping);
