using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One card of a <see cref="ContactsMessage"/>.</summary>
/// <param name="Name">What the person or place is called.</param>
public sealed record ContactCard(ContactName Name)
{
    /// <summary>Phone numbers; empty for none.</summary>
    public IReadOnlyList<ContactPhone> Phones { get; init; } = [];

    /// <summary>Mail addresses; empty for none.</summary>
    public IReadOnlyList<ContactEmail> Emails { get; init; } = [];

    /// <summary>Postal addresses; empty for none.</summary>
    public IReadOnlyList<ContactAddress> Addresses { get; init; } = [];

    /// <summary>Where the person works; null for none.</summary>
    public ContactOrganization? Organization { get; init; }

    /// <summary>Web addresses; empty for none.</summary>
    public IReadOnlyList<ContactUrl> Urls { get; init; } = [];

    /// <summary>The day of birth; null for none.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ContactCard);

    internal static void Check(MessageChecks checks, MessagePath path, ContactCard? card)
    {
        if (card is null)
        {
            checks.Add(path, MessageFaultKind.Missing);
            return;
        }

        ContactName.Check(checks, $"{path}.name", card.Name);
        for (var i = 0; i < card.Phones.Count; i++)
            ContactPhone.Check(checks, $"{path}.phones[{i}]", card.Phones[i]);
        for (var i = 0; i < card.Emails.Count; i++)
            checks.Required($"{path}.emails[{i}].email", card.Emails[i]?.Email, int.MaxValue);
        for (var i = 0; i < card.Addresses.Count; i++)
            ContactAddress.Check(checks, $"{path}.addresses[{i}]", card.Addresses[i]);
        for (var i = 0; i < card.Urls.Count; i++)
            checks.Required($"{path}.urls[{i}].url", card.Urls[i]?.Url, int.MaxValue);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Name.Write(writer);
        writer.WriteList("phones"u8, Phones, static (writer, phone) => phone.Write(writer));
        writer.WriteList("emails"u8, Emails, static (writer, email) => email.Write(writer));
        writer.WriteList("addresses"u8, Addresses, static (writer, address) => address.Write(writer));
        Organization?.Write(writer);
        writer.WriteList("urls"u8, Urls, static (writer, url) => url.Write(writer));
        if (Birthday is { } day)
            writer.WriteString("birthday"u8, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }
}
