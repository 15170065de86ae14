using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// The quality rating or a limit of a number changed.
/// See <see href="https://developers.facebook.com/docs/whatsapp/messaging-limits">messaging limits</see>.
/// </summary>
public sealed record PhoneNumberQualityUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public PhoneNumberQualityUpdated()
    {
    }

    [SetsRequiredMembers]
    internal PhoneNumberQualityUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        DisplayPhoneNumber = json.Id("display_phone_number");
        Event = new PhoneNumberQualityEvent(json.Id("event") ?? "");
        CurrentLimit = MessagingLimit.Read(json, "current_limit");
        OldLimit = MessagingLimit.Read(json, "old_limit");
        MaxDailyConversationsPerBusiness = MessagingLimit.Read(json, "max_daily_conversations_per_business");
    }

    /// <summary>The number, digits only; null when absent.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>What happened.</summary>
    public required PhoneNumberQualityEvent Event { get; init; }

    /// <summary>The limit now; null when absent.</summary>
    public MessagingLimit? CurrentLimit { get; init; }

    /// <summary>The limit before; null when absent.</summary>
    public MessagingLimit? OldLimit { get; init; }

    /// <summary>The limit of the whole business portfolio now; null when absent.</summary>
    public MessagingLimit? MaxDailyConversationsPerBusiness { get; init; }
}
