using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>One entry of <c>value.contacts</c>; a hidden phone number is left out, never empty. Equal cards are written once per POST.</summary>
internal sealed record ContactCard(string Name, string? Username, string? WaId, string? UserId, string? ParentUserId, string? IdentityHash)
{
    public static ContactCard Of(EmulatedPhone phone, EmulatedNumber number, string? waId, bool withUsername) => new(
        phone.Name,
        withUsername ? phone.Username : null,
        waId,
        phone.UserIdFor(number),
        phone.ParentUserIdFor(number),
        number.Settings.ChecksIdentity ? phone.IdentityHash : null);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("profile");
        writer.WriteString("name", Name);
        if (Username is not null)
            writer.WriteString("username", Username);
        writer.WriteEndObject();
        WriteOptional(writer, "wa_id", WaId);
        WriteOptional(writer, "user_id", UserId);
        WriteOptional(writer, "parent_user_id", ParentUserId);
        WriteOptional(writer, "identity_key_hash", IdentityHash);
    }

    public void WriteFrom(Utf8JsonWriter writer)
    {
        WriteOptional(writer, "from", WaId);
        WriteOptional(writer, "from_user_id", UserId);
        WriteOptional(writer, "from_parent_user_id", ParentUserId);
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
