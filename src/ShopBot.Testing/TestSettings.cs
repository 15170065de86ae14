namespace ShopBot.Testing;

/// <summary>Who talks to whom in a test, and when.</summary>
public sealed class TestSettings
{
    /// <summary>The name customers see. Default "Demo Shop".</summary>
    public string StoreName { get; set; } = "Demo Shop";

    /// <summary>The store's domain. Default "demo-shop.myshopify.com".</summary>
    public string ShopDomain { get; set; } = "demo-shop.myshopify.com";

    /// <summary>The owner's greeting; null for the flow's own. Default null.</summary>
    public string? WelcomeMessage { get; set; }

    /// <summary>ISO 4217 code. Default EUR.</summary>
    public string? Currency { get; set; } = "EUR";

    /// <summary>The store's language. Default en.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>The name in the person's profile. Default "Ada".</summary>
    public string? ProfileName { get; set; } = "Ada";

    /// <summary>The digits of the person's phone number, country code first; null when the platform does not tell it. Default one of no country.</summary>
    public string? Phone { get; set; } = "15550001111";

    /// <summary>When the conversation begins. Default Monday, 23 November 2026, 12:00 UTC.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The key for signed taps. Default: one that is the same in every run.</summary>
    public ReadOnlyMemory<byte> SigningKey { get; set; } = "a key for tests, 32 bytes long.."u8.ToArray();
}
