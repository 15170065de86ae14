namespace ShopBot.TestSupport.Owners;

/// <summary>A store and the WhatsApp credentials its owner enters.</summary>
public sealed record StoreAccount
{
    /// <summary>The shop's permanent domain.</summary>
    public required string Domain { get; init; }

    /// <summary>Graph id of the number.</summary>
    public required string PhoneNumberId { get; init; }

    /// <summary>The WhatsApp Business Account.</summary>
    public required string WabaId { get; init; }

    /// <summary>The number's access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Signs the store's webhooks. Empty: the platform's own app is used.</summary>
    public required string AppSecret { get; init; }

    /// <summary>The owner's own word for the handshake.</summary>
    public required string VerifyToken { get; init; }

    /// <summary>The greeting.</summary>
    public required string WelcomeMessage { get; init; }

    /// <summary>The set-up form as the owner fills it in.</summary>
    public Dictionary<string, string> ToForm() => new()
    {
        ["whatsapp_enabled"] = "on",
        ["whatsapp_token"] = AccessToken,
        ["whatsapp_phone_number_id"] = PhoneNumberId,
        ["whatsapp_business_account_id"] = WabaId,
        ["whatsapp_verify_token"] = VerifyToken,
        ["whatsapp_app_secret"] = AppSecret,
        ["welcome_message"] = WelcomeMessage,
    };

    /// <inheritdoc/>
    public override string ToString() => $"StoreAccount {Domain}";
}
