using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client.Webhooks;

/// <summary>The key of an event without an id: what it says, where and when.</summary>
internal static class ContentKey
{
    public static string Of(WebhookEvent webhookEvent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(webhookEvent.WabaId));
        Append(hash, Encoding.UTF8.GetBytes(webhookEvent.Field));
        Append(hash, webhookEvent.Raw.Span);
        Append(hash, Encoding.UTF8.GetBytes(webhookEvent.EntryTime ?? ""));
        return $"x:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>The length goes first, so that no part can pass for the start of the next.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
