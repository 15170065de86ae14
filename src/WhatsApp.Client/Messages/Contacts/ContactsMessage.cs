using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// One or more contact cards.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages">contacts messages</see>.
/// </summary>
/// <param name="Contacts">1 to 257 cards.</param>
public sealed record ContactsMessage(IReadOnlyList<ContactCard> Contacts) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "contacts";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Count("contacts", Contacts?.Count ?? 0, 1, 257);
        for (var i = 0; i < (Contacts?.Count ?? 0); i++)
            ContactCard.Check(checks, $"contacts[{i}]", Contacts![i]);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "contacts"u8);
        writer.WriteStartArray("contacts"u8);
        for (var i = 0; i < Contacts.Count; i++)
            Contacts[i].Write(writer);
        writer.WriteEndArray();
    }
}
