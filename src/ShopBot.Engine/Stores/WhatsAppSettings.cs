namespace ShopBot.Engine.Stores;

/// <summary>What a store owner enters. A class, so that nothing prints it.</summary>
public sealed class WhatsAppSettings
{
    /// <summary>Whether the bot is to answer.</summary>
    public bool Enabled { get; init; }

    /// <summary>Access token; null or empty keeps the stored one.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The number's Graph id: digits, at most 32.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>WhatsApp Business Account id: digits, at most 32.</summary>
    public string? BusinessAccountId { get; init; }

    /// <summary>What Meta must send in the webhook handshake; null or empty keeps the stored one.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>Secret of the store's own Meta app; null or empty keeps the stored one, or uses the platform's.</summary>
    public string? AppSecret { get; init; }

    /// <summary>The greeting, at most 1024 characters; null or empty for the default.</summary>
    public string? WelcomeMessage { get; init; }
}
