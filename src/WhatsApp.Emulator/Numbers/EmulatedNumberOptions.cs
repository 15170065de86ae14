namespace WhatsApp.Emulator;

/// <summary>A business number with the account, app and token around it.</summary>
public sealed class EmulatedNumberOptions
{
    /// <summary>The Graph id of the number, digits; the path segment for sending.</summary>
    public required string PhoneNumberId { get; set; }

    /// <summary>The WhatsApp Business Account that owns the number; <c>entry[].id</c> of its webhooks.</summary>
    public required string WabaId { get; set; }

    /// <summary>The phone number as the API formats it, for example <c>+49 30 555000</c>. Webhooks carry its digits.</summary>
    public required string DisplayPhoneNumber { get; set; }

    /// <summary>The name customers see above the chat.</summary>
    public required string VerifiedName { get; set; }

    /// <summary>The token that may send from this number and manage its account. Several numbers may share one.</summary>
    public required string AccessToken { get; set; }

    /// <summary>The Meta app that is subscribed to the account. Several numbers may share one.</summary>
    public required string AppId { get; set; }

    /// <summary>The secret of that app; it signs webhooks.</summary>
    public required string AppSecret { get; set; }

    /// <summary>The verify token set in the app together with <see cref="WebhookUrl"/>. Default null.</summary>
    public string? VerifyToken { get; set; }

    /// <summary>
    /// The app's callback URL, taken as verified earlier. Null means none until <see cref="EmulatedNumber.SetWebhookAsync"/>
    /// or an override through the API sets one. Default null.
    /// </summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Whether the app is subscribed to the account from the start. Without a subscription no webhook is sent. Default true.</summary>
    public bool IsSubscribed { get; set; } = true;

    /// <summary>
    /// The business portfolio that owns the account. People have another user id in each portfolio. Default empty: the portfolio in
    /// which people have the user id they were added with.
    /// </summary>
    public string PortfolioId { get; set; } = "";

    /// <summary>The permissions of the token. Default: messaging and management.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = ["whatsapp_business_management", "whatsapp_business_messaging"];

    /// <summary>Messages per second, in and out together, before error 130429. 80 or 1000 on the platform. At least 1. Default 80.</summary>
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>Service messages delivered free per calendar month; later ones are billed. Default 1,000.</summary>
    public int FreeServiceMessagesPerMonth { get; set; } = 1_000;

    /// <summary>The payload version chosen in the app's webhook settings. Default <c>v25.0</c>.</summary>
    public string WebhookVersion { get; set; } = "v25.0";

    /// <summary>The enterprise the portfolio is enrolled with; people then have a parent user id too. Default null: not enrolled.</summary>
    public string? EnterpriseId { get; set; }

    /// <summary>Whether the number is registered on the Cloud API from the start; otherwise sends are refused with 133010. Default true.</summary>
    public bool IsRegistered { get; set; } = true;

    /// <summary>The six-digit two-step PIN, or null for none yet. Default null.</summary>
    public string? Pin { get; set; }

    /// <summary>See <see cref="EmulatedNumber.AllowedRecipients"/>. Default null: anybody.</summary>
    public IReadOnlyList<string>? AllowedRecipients { get; set; }
}
