using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>An address the customer gave before, to choose in an <see cref="AddressMessage"/>.</summary>
/// <param name="Id">What comes back when it is chosen; required.</param>
/// <param name="Value">The address.</param>
public sealed record SavedAddress(string Id, AddressFields Value)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(SavedAddress);

    internal static void Check(MessageChecks checks, MessagePath path, SavedAddress? address)
    {
        checks.Required($"{path}.id", address?.Id, int.MaxValue);
        if (address?.Value is null)
            checks.Add($"{path}.value", MessageFaultKind.Missing);
        else
            address.Value.CheckValues(checks, $"{path}.value");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("id"u8, Id);
        Value.Write(writer, "value"u8);
        writer.WriteEndObject();
    }
}
