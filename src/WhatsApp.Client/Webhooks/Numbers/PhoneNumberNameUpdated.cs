using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The display name of a number was reviewed.</summary>
public sealed record PhoneNumberNameUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public PhoneNumberNameUpdated()
    {
    }

    [SetsRequiredMembers]
    internal PhoneNumberNameUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        DisplayPhoneNumber = json.Id("display_phone_number");
        Decision = new NameDecision(json.Id("decision") ?? "");
        RequestedVerifiedName = json.Id("requested_verified_name");
        RejectionReason = json.Id("rejection_reason");
    }

    /// <summary>The number, digits only; null when absent.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>What was decided.</summary>
    public required NameDecision Decision { get; init; }

    /// <summary>The name that was asked for; null when absent.</summary>
    public string? RequestedVerifiedName { get; init; }

    /// <summary>Why not; null when absent.</summary>
    public string? RejectionReason { get; init; }
}
