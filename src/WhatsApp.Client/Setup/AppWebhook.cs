namespace WhatsApp.Client;

/// <summary>
/// What an app subscribed to in its webhook settings.
/// See <see href="https://developers.facebook.com/docs/graph-api/reference/app/subscriptions">app subscriptions</see>.
/// </summary>
public sealed record AppWebhook
{
    /// <summary>The kind of thing it is about; WhatsApp's is <c>whatsapp_business_account</c>.</summary>
    public required string ObjectType { get; init; }

    /// <summary>Where webhooks go unless an account or a number has an override; null when there is none.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The fields it hears of, such as <c>messages</c>.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
}
