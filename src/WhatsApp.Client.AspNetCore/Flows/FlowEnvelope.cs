using System.Security.Cryptography;
using System.Text.Json;

namespace WhatsApp.Client.AspNetCore;

/// <summary>The three parts of an encrypted request, and the key found in them.</summary>
internal sealed class FlowEnvelope
{
    private readonly byte[] _key;
    private readonly byte[] _vector;

    private FlowEnvelope(byte[] key, byte[] vector, byte[] plain) => (_key, _vector, Plain) = (key, vector, plain);

    public byte[] Plain { get; }

    /// <summary>Null when it is not one, or not encrypted for these keys.</summary>
    public static FlowEnvelope? Open(ReadOnlySpan<byte> body, FlowKeys keys)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            if (Part(json, "encrypted_flow_data") is not { } data || Part(json, "encrypted_aes_key") is not { } encryptedKey
                || Part(json, "initial_vector") is not { Length: > 0 } vector)
                return null;
            var key = keys.DecryptKey(encryptedKey);
            return new FlowEnvelope(key, vector, FlowCipher.Decrypt(key, vector, data));
        }
        catch (Exception exception) when (exception is JsonException or CryptographicException)
        {
            return null;
        }
    }

    public string Seal(byte[] answer) => Convert.ToBase64String(FlowCipher.EncryptAnswer(_key, _vector, answer));

    private static byte[]? Part(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var part)
        && part.ValueKind == JsonValueKind.String && part.TryGetBytesFromBase64(out var bytes) ? bytes : null;
}
