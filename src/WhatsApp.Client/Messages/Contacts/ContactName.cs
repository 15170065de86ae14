using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The name on a card: the whole, and at least one of its parts.</summary>
/// <param name="FormattedName">The whole name as it is shown; required.</param>
public sealed record ContactName(string FormattedName)
{
    /// <summary>The given name; null for none.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name; null for none.</summary>
    public string? LastName { get; init; }

    /// <summary>The middle name; null for none.</summary>
    public string? MiddleName { get; init; }

    /// <summary>What follows the name, such as "Jr."; null for none.</summary>
    public string? Suffix { get; init; }

    /// <summary>What precedes the name, such as "Dr."; null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactName);

    internal static void Check(MessageChecks checks, MessagePath path, ContactName? name)
    {
        if (name is null)
        {
            checks.Add(path, MessageFaultKind.Missing);
            return;
        }

        checks.Required($"{path}.formatted_name", name.FormattedName, int.MaxValue);
        checks.Optional($"{path}.first_name", name.FirstName, int.MaxValue);
        checks.Optional($"{path}.last_name", name.LastName, int.MaxValue);
        checks.Optional($"{path}.middle_name", name.MiddleName, int.MaxValue);
        checks.Optional($"{path}.suffix", name.Suffix, int.MaxValue);
        checks.Optional($"{path}.prefix", name.Prefix, int.MaxValue);
        if ((name.FirstName ?? name.LastName ?? name.MiddleName ?? name.Suffix ?? name.Prefix) is null)
            checks.Add(path, MessageFaultKind.TooFew, 1, 0);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("name"u8);
        writer.WriteText("formatted_name"u8, FormattedName);
        writer.WriteOptionalText("first_name"u8, FirstName);
        writer.WriteOptionalText("last_name"u8, LastName);
        writer.WriteOptionalText("middle_name"u8, MiddleName);
        writer.WriteOptionalText("suffix"u8, Suffix);
        writer.WriteOptionalText("prefix"u8, Prefix);
        writer.WriteEndObject();
    }
}
