using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A template was reviewed, paused, disabled or deleted.
/// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/webhooks">template webhooks</see>.
/// </summary>
public sealed record TemplateStatusUpdated : TemplateEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TemplateStatusUpdated()
    {
    }

    [SetsRequiredMembers]
    internal TemplateStatusUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        Event = new TemplateStatusEvent(json.Id("event") ?? "");
        Reason = json.Id("reason");
        Category = json.Id("message_template_category");
        RejectionReason = json["rejection_info"].Id("reason");
        RejectionRecommendation = json["rejection_info"].Id("recommendation");
        DisableDate = json["disable_info"].Id("disable_date");
        OtherTitle = json["other_info"].Id("title");
        OtherDescription = json["other_info"].Id("description");
    }

    /// <summary>What happened.</summary>
    public required TemplateStatusEvent Event { get; init; }

    /// <summary>Why, such as <c>INVALID_FORMAT</c> or <c>NONE</c>; null when absent.</summary>
    public string? Reason { get; init; }

    /// <summary>The template's category; null when absent.</summary>
    public string? Category { get; init; }

    /// <summary>Why it was rejected, for people; null when absent.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>What to change, for people; null when absent.</summary>
    public string? RejectionRecommendation { get; init; }

    /// <summary>When it is disabled, as the platform wrote it; null when absent.</summary>
    public string? DisableDate { get; init; }

    /// <summary>A heading, such as <c>FIRST_PAUSE</c>; null when absent.</summary>
    public string? OtherTitle { get; init; }

    /// <summary>For people; null when absent.</summary>
    public string? OtherDescription { get; init; }
}
