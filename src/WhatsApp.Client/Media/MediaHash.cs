using System.Security.Cryptography;

namespace WhatsApp.Client;

/// <summary>Reads a SHA-256 the platform wrote: hexadecimal in answers, Base64 in webhooks.</summary>
internal static class MediaHash
{
    public static byte[]? TryRead(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var hash = new byte[SHA256.HashSizeInBytes];
        if (text.Length == 2 * hash.Length)
            return Convert.FromHexString(text, hash, out _, out _) == System.Buffers.OperationStatus.Done ? hash : null;
        return Convert.TryFromBase64Chars(text, hash, out var count) && count == hash.Length ? hash : null;
    }
}
