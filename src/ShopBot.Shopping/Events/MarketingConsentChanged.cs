namespace ShopBot.Shopping.Events;

/// <summary>A customer said whether the business may begin messages.</summary>
/// <param name="Given">Whether it may.</param>
/// <param name="Source">Where it was said: <c>cart</c>, <c>menu</c>, or <c>whatsapp</c> for the platform's own settings.</param>
/// <param name="At">When.</param>
public sealed record MarketingConsentChanged(bool Given, string Source, DateTimeOffset At)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "marketing.consent";
}
