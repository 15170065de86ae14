using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>Conversations of old payload versions: one per person, category and day.</summary>
internal static class ConversationIds
{
    public static string Of(OutgoingMessage message, MessagePrice price)
    {
        var about = $"{message.Number.PhoneNumberId}/{message.Recipient.Phone?.Id ?? message.Recipient.Input}/{price.Category}/{message.SentAt.ToUnixTimeSeconds() / 86_400}";
        return Convert.ToHexStringLower(Short(about));
    }

    private static byte[] Short(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
