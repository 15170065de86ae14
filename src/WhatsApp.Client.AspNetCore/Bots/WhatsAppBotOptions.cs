namespace WhatsApp.Client.AspNetCore;

/// <summary>The credentials of a bot with one number. All required, checked when the host starts.</summary>
public sealed class WhatsAppBotOptions
{
    /// <summary>The token that may send from the number. Secret.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>The Graph id of the number.</summary>
    public string PhoneNumberId { get; set; } = "";

    /// <summary>The secret of the Meta app, which signs webhooks. There is no way to switch that check off. Secret.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The token entered at Meta together with the callback address: any text of your own. Secret.</summary>
    public string VerifyToken { get; set; } = "";
}
