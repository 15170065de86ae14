using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsApp.Client;

/// <summary>One name and version of a payload.</summary>
internal abstract class PayloadKind
{
    protected PayloadKind(string name, int version, Type? encodes)
    {
        if (!PayloadId.IsName(name))
            throw new ArgumentException("A payload's name is 1 to 32 ASCII letters, digits, _ or -.", nameof(name));
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        (Name, Version, Encodes) = (name, version, encodes);
    }

    public string Name { get; }

    public int Version { get; }

    /// <summary>The type this is written from; null for an older version.</summary>
    public Type? Encodes { get; }

    public abstract void Write(Utf8JsonWriter writer, object payload);

    public abstract bool TryRead(ReadOnlySpan<char> json, [NotNullWhen(true)] out object? payload);
}

/// <summary>One name and version with the type behind it.</summary>
internal sealed class PayloadKind<TOld, T> : PayloadKind
    where TOld : notnull
    where T : notnull
{
    private readonly JsonTypeInfo<TOld> _json;
    private readonly Func<TOld, T> _upgrade;

    public PayloadKind(string name, int version, JsonTypeInfo<TOld> json, Func<TOld, T> upgrade, Type? encodes)
        : base(name, version, encodes)
    {
        ArgumentNullException.ThrowIfNull(json);
        (_json, _upgrade) = (json, upgrade);
    }

    public override void Write(Utf8JsonWriter writer, object payload) => JsonSerializer.Serialize(writer, (TOld)payload, _json);

    public override bool TryRead(ReadOnlySpan<char> json, [NotNullWhen(true)] out object? payload)
    {
        try
        {
            payload = JsonSerializer.Deserialize(json, _json) is { } read ? _upgrade(read) : null;
        }
        catch (Exception exception) when (IsAboutTheText(exception))
        {
            payload = null;
        }

        return payload is not null;
    }

    // A record's constructor or a converter may refuse a value in its own way.
    private static bool IsAboutTheText(Exception exception) =>
        exception is JsonException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException or OverflowException;
}
