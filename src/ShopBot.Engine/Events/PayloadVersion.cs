using System.Text.Json;

namespace ShopBot.Engine.Events;

/// <summary>Finds the version in a payload without reading the rest of it.</summary>
internal static class PayloadVersion
{
    public static int Of(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (payload.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return 1;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("v"u8);
            reader.Read();
            if (isVersion && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version))
                return version;
            reader.Skip();
        }

        return 1;
    }
}
