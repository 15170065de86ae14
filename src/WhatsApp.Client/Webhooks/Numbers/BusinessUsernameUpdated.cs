using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The username of a number changed.</summary>
public sealed record BusinessUsernameUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public BusinessUsernameUpdated()
    {
    }

    [SetsRequiredMembers]
    internal BusinessUsernameUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        DisplayPhoneNumber = json.Id("display_phone_number");
        Username = json.Id("username");
        Status = new BusinessUsernameStatus(json.Id("status") ?? "");
    }

    /// <summary>The number, digits only; null when absent.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>The username; null when absent.</summary>
    public string? Username { get; init; }

    /// <summary>What became of it.</summary>
    public required BusinessUsernameStatus Status { get; init; }
}
