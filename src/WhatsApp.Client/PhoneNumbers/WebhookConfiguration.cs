namespace WhatsApp.Client;

/// <summary>
/// The callback addresses that concern one number. The most particular one is in force: the number's, else the account's, else the app's.
/// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/webhooks/override">webhook overrides</see>.
/// </summary>
public sealed record WebhookConfiguration
{
    /// <summary>Set for this number only, or null.</summary>
    public Uri? PhoneNumber { get; init; }

    /// <summary>Set for the WhatsApp Business Account and the token's app, or null.</summary>
    public Uri? Waba { get; init; }

    /// <summary>Set in the app's webhook settings, or null.</summary>
    public Uri? Application { get; init; }

    /// <summary>The one in force, or null.</summary>
    public Uri? InForce => PhoneNumber ?? Waba ?? Application;
}
