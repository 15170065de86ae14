using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// Reads a state document. A member that the document does not have (it was added later) has the value a new state has: generated JSON code sets init-only
/// members that are missing to null otherwise.
/// </summary>
internal sealed class StateReader<TState>
    where TState : class, new()
{
    private readonly JsonTypeInfo<TState> _info;
    private readonly (byte[] Name, byte[] Member)[] _initial;

    public StateReader(JsonTypeInfo<TState> info)
    {
        _info = info;
        using var initial = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(new TState(), info));
        _initial = initial.RootElement.ValueKind == JsonValueKind.Object
            ? [.. initial.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Take(64).Select(member =>
                (System.Text.Encoding.UTF8.GetBytes(member.Name), System.Text.Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(member.Name)}\":{member.Value.GetRawText()}")))]
            : [];
    }

    /// <exception cref="JsonException">It is not this state.</exception>
    public TState Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(Completed(json.Span), _info) ?? throw new JsonException("The state is null.");

    private ReadOnlySpan<byte> Completed(ReadOnlySpan<byte> json)
    {
        var missing = _initial.Length == 64 ? ulong.MaxValue : (1UL << _initial.Length) - 1;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return json;
        var start = (int)reader.BytesConsumed;
        var any = false;
        for (; missing != 0 && reader.Read() && reader.TokenType == JsonTokenType.PropertyName; reader.Skip())
        {
            any = true;
            for (var i = 0; i < _initial.Length; i++)
            {
                if (reader.ValueTextEquals(_initial[i].Name))
                    missing &= ~(1UL << i);
            }
        }

        return missing == 0 ? json : Complete(json[start..], missing, any);
    }

    private ReadOnlySpan<byte> Complete(ReadOnlySpan<byte> members, ulong missing, bool any)
    {
        var completed = new ArrayBufferWriter<byte>(members.Length + 64);
        completed.Write("{"u8);
        var first = true;
        for (var i = 0; i < _initial.Length; i++)
        {
            if ((missing & (1UL << i)) == 0)
                continue;
            if (!first)
                completed.Write(","u8);
            completed.Write(_initial[i].Member);
            first = false;
        }

        if (any)
            completed.Write(","u8);
        completed.Write(members);
        return completed.WrittenSpan;
    }
}
