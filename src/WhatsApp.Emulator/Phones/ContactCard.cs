using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>One entry of <c>value.contacts</c>; a hidden phone number is left out, never empty.</summary>
internal static class ContactCard
{
    public static JsonObject Of(EmulatedPhone phone, EmulatedNumber number, string? waId, bool withUsername)
    {
        var profile = new JsonObject { ["name"] = phone.Name };
        if (withUsername && phone.Username is { } username)
            profile["username"] = username;
        var contact = new JsonObject { ["profile"] = profile };
        if (waId is not null)
            contact["wa_id"] = waId;
        if (phone.UserIdFor(number) is { } userId)
            contact["user_id"] = userId;
        return contact;
    }
}
