using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A mail address on a card.</summary>
/// <param name="Email">The address; required.</param>
/// <param name="Type">What it is for, such as <c>HOME</c> or <c>WORK</c>; null for none.</param>
public sealed record ContactEmail(string Email, string? Type = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactEmail);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("email"u8, Email);
        writer.WriteOptionalText("type"u8, Type);
        writer.WriteEndObject();
    }
}
