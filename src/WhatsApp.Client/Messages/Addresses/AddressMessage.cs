using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that asks for a postal address in a form. For businesses and customers in India; the answer comes as an
/// interactive reply named <c>address_message</c>.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/address-messages">address messages</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="Country">The country's two capital letters, such as <c>IN</c>.</param>
public sealed record AddressMessage(string Body, string Country) : OutgoingMessage
{
    private const string Parameters = "interactive.action.parameters";

    /// <summary>Text, picture, video or file above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>What the form is filled with already; null for nothing.</summary>
    public AddressFields? Values { get; init; }

    /// <summary>Addresses of the customer to choose from instead of filling in the form; empty for none.</summary>
    public IReadOnlyList<SavedAddress> SavedAddresses { get; init; } = [];

    /// <summary>What was wrong with an earlier answer, as a text per field; null for nothing. Give the earlier <see cref="Values"/> with it.</summary>
    public AddressFields? ValidationErrors { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        if (string.IsNullOrWhiteSpace(Country))
            checks.Add($"{Parameters}.country", MessageFaultKind.Missing);
        else if (Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            checks.Add($"{Parameters}.country", MessageFaultKind.Malformed);
        Values?.CheckValues(checks, $"{Parameters}.values");
        for (var i = 0; i < SavedAddresses.Count; i++)
            SavedAddress.Check(checks, $"{Parameters}.saved_addresses[{i}]", SavedAddresses[i]);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "address_message"u8, Body, Header, Footer);
        writer.WriteString("name"u8, "address_message"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteText("country"u8, Country);
        Values?.Write(writer, "values"u8);
        writer.WriteList("saved_addresses"u8, SavedAddresses, static (writer, address) => address.Write(writer));
        ValidationErrors?.Write(writer, "validation_errors"u8);
        writer.WriteEndObject();
        InteractiveParts.End(writer);
    }
}
