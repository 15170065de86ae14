namespace WhatsApp.Emulator;

/// <summary>The <c>pricing</c> of a message: who pays, and why.</summary>
internal sealed record MessagePrice(bool IsBillable, string Type, string Category)
{
    /// <summary>From this day service messages cost beyond the free tier, and utility templates cost inside the window too.</summary>
    private static readonly DateTimeOffset ServiceCosts = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Free = "free_customer_service";
    private const string FreeInGroup = "free_group_customer_service";

    public bool IsFreeEntry => Type == "free_entry_point";

    public static MessagePrice Of(OutgoingMessage message, bool isMarketingApi, bool isWindowOpen, bool isFreeEntry, DateTimeOffset now)
    {
        var isGroup = message.Recipient.Group is not null;
        var category = CategoryOf(message, isMarketingApi);
        if (isFreeEntry)
            return new MessagePrice(false, "free_entry_point", "referral_conversion");
        var isFree = category switch
        {
            "service" => now < ServiceCosts || message.Number.FreeTier.TryUse(now),
            "utility" => isWindowOpen && now < ServiceCosts,
            _ => false,
        };
        return new MessagePrice(!isFree, !isFree ? "regular" : isGroup ? FreeInGroup : Free, isGroup ? "group_" + category : category);
    }

    private static string CategoryOf(OutgoingMessage message, bool isMarketingApi)
    {
        if (message.Payload.TryGetProperty("category", out var direct) && direct.GetString() is { } category && !message.IsTemplate)
            return category;
        if (!message.IsTemplate)
            return "service";
        if (isMarketingApi)
            return "marketing_lite";
        return message.Template?.Category switch { "MARKETING" => "marketing", "AUTHENTICATION" => "authentication", _ => "utility" };
    }
}
