using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A web address on a card.</summary>
/// <param name="Url">The address; required.</param>
/// <param name="Type">What it is for, such as <c>HOME</c> or <c>WORK</c>; null for none.</param>
public sealed record ContactUrl(string Url, string? Type = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactUrl);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("url"u8, Url);
        writer.WriteOptionalText("type"u8, Type);
        writer.WriteEndObject();
    }
}
