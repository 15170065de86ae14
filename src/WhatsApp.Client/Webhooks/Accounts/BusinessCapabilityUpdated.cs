using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>What a business or its numbers may do in all changed.</summary>
public sealed record BusinessCapabilityUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public BusinessCapabilityUpdated()
    {
    }

    [SetsRequiredMembers]
    internal BusinessCapabilityUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        MaxDailyConversationsPerBusiness = MessagingLimit.Read(json, "max_daily_conversations_per_business") ?? MessagingLimit.Read(json, "max_daily_conversation_per_business");
        MaxDailyConversationsPerPhone = MessagingLimit.Read(json, "max_daily_conversation_per_phone") ?? MessagingLimit.Read(json, "max_daily_conversations_per_phone");
        MaxPhoneNumbersPerBusiness = json.Int("max_phone_numbers_per_business");
        MaxPhoneNumbersPerWaba = json.Int("max_phone_numbers_per_waba");
    }

    /// <summary>How many people all numbers together may write to first within a day; null when absent.</summary>
    public MessagingLimit? MaxDailyConversationsPerBusiness { get; init; }

    /// <summary>The same for each number; null when absent.</summary>
    public MessagingLimit? MaxDailyConversationsPerPhone { get; init; }

    /// <summary>How many numbers the portfolio may have; null when absent.</summary>
    public int? MaxPhoneNumbersPerBusiness { get; init; }

    /// <summary>How many numbers the account may have; null when absent.</summary>
    public int? MaxPhoneNumbersPerWaba { get; init; }
}
