using System.Text.Json;

namespace Shopify.Client;

/// <summary>Gives equal short texts of one answer the same string: currencies, option names and sizes stand in it hundreds of times.</summary>
internal sealed class RepeatedTexts
{
    private const int Slots = 64;
    private const int MaxLength = 32;
    private readonly string?[] _texts = new string?[Slots];

    public string Get(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueIsEscaped || json.ValueSpan.Length is 0 or > MaxLength)
            return json.GetString()!;
        var bytes = json.ValueSpan;
        ref var slot = ref _texts[((bytes.Length * 31) + (bytes[0] * 7) + (bytes[bytes.Length / 2] * 3) + bytes[^1]) % Slots];
        return slot is not null && json.ValueTextEquals(slot) ? slot : slot = json.GetString()!;
    }
}
