using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>An amount of money in the order's currency: <paramref name="Value"/> divided by <paramref name="Offset"/>.</summary>
/// <param name="Value">Such as 12350 for 123.50; not negative.</param>
/// <param name="Offset">How many make one whole; 100 by default, at least 1.</param>
public readonly record struct PaymentAmount(long Value, int Offset = 100)
{
    internal void Check(MessageChecks checks, MessagePath path)
    {
        if (Value < 0)
            checks.Add($"{path}.value", MessageFaultKind.TooSmall, 0, (int)Math.Max(Value, int.MinValue));
        if (Offset < 1)
            checks.Add($"{path}.offset", MessageFaultKind.TooSmall, 1, Offset);
    }

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    internal void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteNumber("value"u8, Value);
        writer.WriteNumber("offset"u8, Offset);
    }
}
