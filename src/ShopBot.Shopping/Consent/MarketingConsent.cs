namespace ShopBot.Shopping.Consent;

/// <summary>What a customer said about messages that the business begins.</summary>
/// <param name="Given">Whether they may be sent.</param>
/// <param name="Source">Where it was said: <c>cart</c>, <c>menu</c>, <c>checkout</c>, or <c>whatsapp</c> for the platform's own settings.</param>
/// <param name="At">When.</param>
public sealed record MarketingConsent(bool Given, string Source, DateTimeOffset At);
