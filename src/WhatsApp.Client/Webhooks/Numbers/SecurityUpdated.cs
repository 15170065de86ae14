using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The PIN of a number was changed or reset: worth a look when nobody of the business did it.</summary>
public sealed record SecurityUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public SecurityUpdated()
    {
    }

    [SetsRequiredMembers]
    internal SecurityUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        DisplayPhoneNumber = json.Id("display_phone_number");
        Event = new SecurityEventKind(json.Id("event") ?? "");
        Requester = json.Id("requester");
    }

    /// <summary>The number, digits only; null when absent.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>What happened.</summary>
    public required SecurityEventKind Event { get; init; }

    /// <summary>Who did it, as the platform knows them; null when absent.</summary>
    public string? Requester { get; init; }
}
