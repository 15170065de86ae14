using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A place. A live location is not delivered.</summary>
public sealed record LocationReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public LocationReceived()
    {
    }

    [SetsRequiredMembers]
    internal LocationReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        Latitude = json.Double("latitude") ?? 0;
        Longitude = json.Double("longitude") ?? 0;
        Name = json.Id("name");
        Address = json.Id("address");
        Url = json.Id("url");
    }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>What the place is called; null when absent.</summary>
    public string? Name { get; init; }

    /// <summary>Its address; null when absent.</summary>
    public string? Address { get; init; }

    /// <summary>A page about it; null when absent.</summary>
    public string? Url { get; init; }
}
