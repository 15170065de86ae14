using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>A person outside of messages: a phone in <c>to</c>, a user id in <c>recipient</c>.</summary>
internal static class PersonJson
{
    public static void WritePerson(this Utf8JsonWriter writer, Recipient person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person is Recipient.User user)
            writer.WriteString("recipient"u8, user.UserId);
        else if (person is Recipient.Phone phone)
            writer.WriteString("to"u8, phone.Number[0] == '+' ? phone.Number : $"+{phone.Number}");
        else
            throw new ArgumentException("A person is needed, no group.", nameof(person));
    }
}
