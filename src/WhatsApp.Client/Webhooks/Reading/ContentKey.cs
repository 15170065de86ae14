using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client.Webhooks;

/// <summary>The key of an event without an id: what it says, where and when. Members are taken in the order of their names, so that another order is the same event.</summary>
internal static class ContentKey
{
    public static string Of(WebhookEvent webhookEvent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, webhookEvent.WabaId);
        Append(hash, webhookEvent.Field);
        Append(hash, webhookEvent.PhoneNumberId?.Value ?? "");
        Append(hash, webhookEvent.EntryTime ?? "");
        if (!webhookEvent.Raw.IsEmpty)
            Append(hash, JsonTree.Read(webhookEvent.Raw.Span));
        return $"x:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static void Append(IncrementalHash hash, JsonTree json)
    {
        Append(hash, (int)json.Kind);
        Append(hash, json.Value ?? "");
        Append(hash, json.Elements.Count + json.Members.Count);
        foreach (var element in json.Elements)
            Append(hash, element);
        foreach (var (name, value) in json.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value);
        }
    }

    /// <summary>The length goes first, so that no part can pass for the start of the next.</summary>
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
