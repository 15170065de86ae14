using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Settings of a number were changed, here or by somebody else, such as those of calling or of storage.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks">webhooks</see>.
/// </summary>
public sealed record AccountSettingsUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public AccountSettingsUpdated()
    {
    }

    [SetsRequiredMembers]
    internal AccountSettingsUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Kind = json.Id("type") ?? "";
        Timestamp = json.Instant("timestamp");
        var settings = json[Kind];
        if (!settings.IsObject)
            return;
        SettingsNumberId = settings.Id("phone_number_id") is { } number ? new PhoneNumberId(number) : null;
        Settings = origin.Memory(origin.At(settings));
    }

    /// <summary>What was changed, such as <c>phone_number_settings</c>. Empty when absent.</summary>
    public required string Kind { get; init; }

    /// <summary>The number whose settings they are; null when the settings name none.</summary>
    public PhoneNumberId? SettingsNumberId { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The settings as they are now, a UTF-8 JSON object in the words of <see cref="WhatsAppSender.GetSettingsAsync"/>; empty when absent.</summary>
    public ReadOnlyMemory<byte> Settings { get; init; }
}
