namespace Shopify.Client;

internal sealed record WhatsAppConsentVariables(WhatsAppConsentInputWire Input);

internal sealed record WhatsAppConsentInputWire(string CustomerId, MarketingConsentInputWire WhatsAppMarketingConsent);

internal sealed record MarketingConsentInputWire(string State, string? OptInLevel, DateTimeOffset UpdatedAt);

internal sealed record WhatsAppConsentData(WhatsAppConsentPayloadWire? CustomerWhatsAppMarketingConsentUpdate);

internal sealed record WhatsAppConsentPayloadWire(IReadOnlyList<UserErrorWire?>? UserErrors);
