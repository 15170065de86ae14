namespace ShopBot.Shopping.Settings;

/// <summary>
/// What a store's owner decides about the shop in the chat. A member that a stored document does not have has its default here. Kept by <see cref="ShopSettingsStore"/>.
/// </summary>
public sealed record ShopSettings
{
    /// <summary>What a store that decided nothing has.</summary>
    public static ShopSettings Default { get; } = new();

    /// <summary>The language of the first reply, such as <c>es</c>; null for the shop's own.</summary>
    public string? Language { get; init; }

    /// <summary>The languages customers may have; empty for all that the bot speaks (<see cref="Localization.ShopLanguages"/>).</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Where the store is: an IANA time zone, such as <c>Europe/Berlin</c>. Opening hours are meant in it, and quiet hours of customers whose zone is not known. Default <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>When people of the store answer; empty when that is not said.</summary>
    public IReadOnlyList<OpeningHours> Hours { get; init; } = [];

    /// <summary>Words that find the same, each group for itself, such as <c>sofa, couch</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];

    /// <summary>After this long without a message a visit is over: a half-asked question is dropped and <c>session.expired</c> is logged. The cart stays. 5 minutes to 24 hours; default 1 hour.</summary>
    public TimeSpan SessionEndsAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long customer and store must both be silent before the bot answers again. 1 minute to 30 days; default 12 hours.</summary>
    public TimeSpan HandOffEndsAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Reminders of carts and checkouts.</summary>
    public ReminderSettings Reminders { get; init; } = new();

    /// <summary>Orders that are paid on delivery.</summary>
    public CashOnDeliverySettings CashOnDelivery { get; init; } = new();

    /// <summary>Whether other products are offered beside one and after it was added. Default true.</summary>
    public bool Recommend { get; init; } = true;

    /// <summary>Approved templates, for what is sent when the customer service window is closed; without one, it is not sent then.</summary>
    public IReadOnlyList<ShopTemplate> Templates { get; init; } = [];

    /// <summary>What is wrong with them; empty when they can be saved.</summary>
    /// <returns>The names of the members at fault, such as <c>TimeZone</c>.</returns>
    public IReadOnlyList<string> Validate() => ShopSettingsCheck.Of(this);
}
