using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A place on the map.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-messages">location messages</see>.
/// </summary>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
public sealed record LocationMessage(double Latitude, double Longitude) : OutgoingMessage
{
    /// <summary>What the place is called; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Its address in words; null for none. Shown only beside a name.</summary>
    public string? Address { get; init; }

    /// <inheritdoc/>
    public override string Type => "location";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Range("location.latitude", Latitude, -90, 90);
        checks.Range("location.longitude", Longitude, -180, 180);
        checks.Optional("location.name", Name, int.MaxValue);
        checks.Optional("location.address", Address, int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "location"u8);
        writer.WriteStartObject("location"u8);
        writer.WriteNumber("latitude"u8, Latitude);
        writer.WriteNumber("longitude"u8, Longitude);
        writer.WriteOptionalText("name"u8, Name);
        writer.WriteOptionalText("address"u8, Address);
        writer.WriteEndObject();
    }
}
