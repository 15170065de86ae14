namespace ShopBot.Engine.Stores;

/// <summary>What is needed to call the Cloud API for one store, and to believe its webhooks. A class, so that nothing prints it.</summary>
public sealed class WhatsAppCredentials
{
    /// <summary>The access token of the store's business.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The secret of the store's own Meta app; null when it uses the platform's.</summary>
    public string? AppSecret { get; init; }

    /// <summary>What Meta must send in the webhook handshake.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>Whether the bot was on when the shop removed the app, so that it goes on when the shop comes back.</summary>
    public bool WasOn { get; init; }
}
