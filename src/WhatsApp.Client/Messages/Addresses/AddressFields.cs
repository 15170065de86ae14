using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The fields of the form of an <see cref="AddressMessage"/>: their values, or what is wrong with them. Null leaves a field out.</summary>
public sealed record AddressFields
{
    /// <summary>The recipient's name.</summary>
    public string? Name { get; init; }

    /// <summary>The recipient's phone number, with country code.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The Indian postal code; a value has at most 6 characters.</summary>
    public string? InPinCode { get; init; }

    /// <summary>The number of the house or flat.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>The floor.</summary>
    public string? FloorNumber { get; init; }

    /// <summary>The tower of a building with several.</summary>
    public string? TowerNumber { get; init; }

    /// <summary>The name of the building.</summary>
    public string? BuildingName { get; init; }

    /// <summary>Street and the rest of the address.</summary>
    public string? Address { get; init; }

    /// <summary>A landmark or area nearby.</summary>
    public string? LandmarkArea { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(AddressFields);

    internal void CheckValues(MessageChecks checks, MessagePath path)
    {
        if (InPinCode is not null)
            checks.Length($"{path}.in_pin_code", InPinCode, 6);
    }

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        writer.WriteOptionalText("name"u8, Name);
        writer.WriteOptionalText("phone_number"u8, PhoneNumber);
        writer.WriteOptionalText("in_pin_code"u8, InPinCode);
        writer.WriteOptionalText("house_number"u8, HouseNumber);
        writer.WriteOptionalText("floor_number"u8, FloorNumber);
        writer.WriteOptionalText("tower_number"u8, TowerNumber);
        writer.WriteOptionalText("building_name"u8, BuildingName);
        writer.WriteOptionalText("address"u8, Address);
        writer.WriteOptionalText("landmark_area"u8, LandmarkArea);
        writer.WriteOptionalText("city"u8, City);
        writer.WriteOptionalText("state"u8, State);
        writer.WriteEndObject();
    }
}
