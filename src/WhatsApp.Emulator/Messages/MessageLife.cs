using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>How long the platform tries to deliver a message.</summary>
internal static class MessageLife
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    private static readonly TimeSpan Authentication = TimeSpan.FromMinutes(10);

    public static TimeSpan Of(Param body, EmulatedTemplate? template)
    {
        if (body.Value.TryGetProperty("message_send_ttl", out var own) && own.ValueKind == JsonValueKind.Number && own.TryGetInt32(out var given))
            return TimeSpan.FromSeconds(given);
        if (template?.SendTtlSeconds is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        return template?.Category == "AUTHENTICATION" ? Authentication : Usual;
    }
}
