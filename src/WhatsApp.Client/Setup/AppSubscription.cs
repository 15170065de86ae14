namespace WhatsApp.Client;

/// <summary>
/// An app that hears of the events of a WhatsApp Business Account.
/// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/subscribed_apps">subscribed apps</see>.
/// </summary>
public sealed record AppSubscription
{
    /// <summary>The app.</summary>
    public required string AppId { get; init; }

    /// <summary>The app's name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Where this account's webhooks go instead of the app's own callback; null when they go there.</summary>
    public Uri? OverrideCallbackUri { get; init; }
}
