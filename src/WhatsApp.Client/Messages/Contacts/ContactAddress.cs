using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A postal address on a card.</summary>
public sealed record ContactAddress
{
    /// <summary>Street and house number; null for none.</summary>
    public string? Street { get; init; }

    /// <summary>The city; null for none.</summary>
    public string? City { get; init; }

    /// <summary>The state or province, usually abbreviated; null for none.</summary>
    public string? State { get; init; }

    /// <summary>The postal code; null for none.</summary>
    public string? Zip { get; init; }

    /// <summary>The country's name; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>The country's two letters, such as <c>de</c>; null for none.</summary>
    public string? CountryCode { get; init; }

    /// <summary>What it is for, such as <c>HOME</c> or <c>WORK</c>; null for none.</summary>
    public string? Type { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactAddress);

    internal static void Check(MessageChecks checks, MessagePath path, ContactAddress? address)
    {
        if (address is null)
            checks.Add(path, MessageFaultKind.Missing);
        else if (address.CountryCode is { } code && (code.Length != 2 || !char.IsAsciiLetter(code[0]) || !char.IsAsciiLetter(code[1])))
            checks.Add($"{path}.country_code", MessageFaultKind.Malformed);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteOptionalText("street"u8, Street);
        writer.WriteOptionalText("city"u8, City);
        writer.WriteOptionalText("state"u8, State);
        writer.WriteOptionalText("zip"u8, Zip);
        writer.WriteOptionalText("country"u8, Country);
        writer.WriteOptionalText("country_code"u8, CountryCode);
        writer.WriteOptionalText("type"u8, Type);
        writer.WriteEndObject();
    }
}
