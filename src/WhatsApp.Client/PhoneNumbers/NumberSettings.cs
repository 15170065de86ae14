using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Settings of a number to change; a member that is null is left as it is.</summary>
public sealed record NumberSettings
{
    /// <summary>The <c>calling</c> object as UTF-8 JSON: status, icon, hours, callback permission, SIP.</summary>
    public ReadOnlyMemory<byte>? Calling { get; init; }

    /// <summary>Whether <see cref="SendOptions.RecipientIdentityKeyHash"/> is checked and identities come with messages.</summary>
    public bool? IdentityKeyCheck { get; init; }

    /// <summary>The <c>storage_configuration</c> object as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte>? Storage { get; init; }

    /// <summary>The <c>payload_encryption</c> object as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte>? PayloadEncryption { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        WriteRaw(writer, "calling"u8, Calling);
        if (IdentityKeyCheck is { } checks)
        {
            writer.WriteStartObject("user_identity_change"u8);
            writer.WriteBoolean("enable_identity_key_check"u8, checks);
            writer.WriteEndObject();
        }

        WriteRaw(writer, "storage_configuration"u8, Storage);
        WriteRaw(writer, "payload_encryption"u8, PayloadEncryption);
    }

    private static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? json)
    {
        if (json is not { } value)
            return;
        if (!RawObject.IsObject(value.Span))
            throw new ArgumentException("A setting is not a JSON object.");
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.Span);
    }
}
