using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A phone number on a card.</summary>
/// <param name="Phone">The number as it is shown; required.</param>
/// <param name="Type">What it is for, such as <c>CELL</c>, <c>MAIN</c>, <c>IPHONE</c>, <c>HOME</c> or <c>WORK</c>; null for none.</param>
/// <param name="WaId">The same number on WhatsApp, digits only: gives the card a button to write to it. Null for none.</param>
public sealed record ContactPhone(string Phone, string? Type = null, string? WaId = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactPhone);

    internal static void Check(MessageChecks checks, MessagePath path, ContactPhone? phone)
    {
        checks.Required($"{path}.phone", phone?.Phone, int.MaxValue);
        checks.Optional($"{path}.type", phone?.Type, int.MaxValue);
        checks.Optional($"{path}.wa_id", phone?.WaId, int.MaxValue);
        if (!string.IsNullOrWhiteSpace(phone?.WaId) && !IsDigits(phone.WaId))
            checks.Add($"{path}.wa_id", MessageFaultKind.Malformed);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("phone"u8, Phone);
        writer.WriteOptionalText("type"u8, Type);
        writer.WriteOptionalText("wa_id"u8, WaId);
        writer.WriteEndObject();
    }

    private static bool IsDigits(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }
}
