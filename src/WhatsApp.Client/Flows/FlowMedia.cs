using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A picture or file that a person gave to a flow, as the flow's endpoint is told of it: encrypted at an address, with the keys to open it.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/media_upload">media upload</see>.
/// </summary>
public sealed record FlowMedia
{
    /// <summary>Its id; null when absent.</summary>
    public string? MediaId { get; init; }

    /// <summary>Where the encrypted bytes are. No token belongs there.</summary>
    public required Uri CdnUrl { get; init; }

    /// <summary>The name it had on the phone, never a path; null when absent. Personal.</summary>
    public string? FileName { get; init; }

    /// <summary>SHA-256 of the encrypted bytes.</summary>
    public required ReadOnlyMemory<byte> EncryptedHash { get; init; }

    /// <summary>SHA-256 of the file itself.</summary>
    public required ReadOnlyMemory<byte> PlaintextHash { get; init; }

    /// <summary>The AES key, 32 bytes. Secret.</summary>
    public required ReadOnlyMemory<byte> EncryptionKey { get; init; }

    /// <summary>The key of the HMAC, 32 bytes. Secret.</summary>
    public required ReadOnlyMemory<byte> HmacKey { get; init; }

    /// <summary>The initial vector, 16 bytes.</summary>
    public required ReadOnlyMemory<byte> Iv { get; init; }

    /// <summary>Reads the media of one component from the data of a flow request.</summary>
    /// <param name="data">The data of the request, a UTF-8 JSON object.</param>
    /// <param name="name">The member the component's value was sent as.</param>
    /// <returns>The media in order; empty when the member is absent or no list.</returns>
    /// <exception cref="FormatException">An item lacks its address or a key, or a key has another length. The message does not show it.</exception>
    /// <exception cref="JsonException">The data is no JSON.</exception>
    public static IReadOnlyList<FlowMedia> ReadAll(ReadOnlyMemory<byte> data, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (data.IsEmpty)
            return [];
        using var json = JsonDocument.Parse(data);
        return [.. json.RootElement.Items(name).Select(Read)];
    }

    /// <summary>The id only.</summary>
    public override string ToString() => $"FlowMedia({MediaId})";

    /// <summary>
    /// Opens the encrypted bytes: hash, HMAC, AES-256-CBC, hash of the plain file, in this order, and each must be right.
    /// </summary>
    /// <param name="encrypted">What is at <see cref="CdnUrl"/>.</param>
    /// <returns>The file.</returns>
    /// <exception cref="FlowMediaException">The bytes are not those that were sent.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> encrypted) => FlowMediaCipher.Decrypt(this, encrypted);

    private static FlowMedia Read(JsonElement item)
    {
        var keys = item.Member("encryption_metadata");
        return new FlowMedia
        {
            MediaId = item.Text("media_id"),
            CdnUrl = item.Address("cdn_url") ?? throw new FormatException("A file of a flow has no address."),
            FileName = item.Text("file_name") is { } fileName ? fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..] : null,
            EncryptedHash = Bytes(keys, "encrypted_hash", 32),
            PlaintextHash = Bytes(keys, "plaintext_hash", 32),
            EncryptionKey = Bytes(keys, "encryption_key", 32),
            HmacKey = Bytes(keys, "hmac_key", 32),
            Iv = Bytes(keys, "iv", 16),
        };
    }

    private static byte[] Bytes(JsonElement keys, string name, int length) =>
        keys.Member(name) is { ValueKind: JsonValueKind.String } text && text.TryGetBytesFromBase64(out var bytes) && bytes.Length == length
            ? bytes
            : throw new FormatException($"A file of a flow has no {name} of {length} bytes.");
}
