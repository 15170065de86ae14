using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The work place on a card.</summary>
public sealed record ContactOrganization
{
    /// <summary>The company; null for none.</summary>
    public string? Company { get; init; }

    /// <summary>The department; null for none.</summary>
    public string? Department { get; init; }

    /// <summary>The position; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactOrganization);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("org"u8);
        writer.WriteOptionalText("company"u8, Company);
        writer.WriteOptionalText("department"u8, Department);
        writer.WriteOptionalText("title"u8, Title);
        writer.WriteEndObject();
    }
}
