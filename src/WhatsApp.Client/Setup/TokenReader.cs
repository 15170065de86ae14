using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Reads the <c>data</c> of <c>debug_token</c>.</summary>
internal static class TokenReader
{
    public static TokenInfo Read(JsonElement data) => new()
    {
        IsValid = data.IsTrue("is_valid"),
        AppId = data.Text("app_id"),
        AppName = data.Text("application"),
        Type = data.Text("type"),
        UserId = data.Text("user_id"),
        IssuedAt = Time(data, "issued_at"),
        ExpiresAt = Time(data, "expires_at"),
        DataAccessExpiresAt = Time(data, "data_access_expires_at"),
        Scopes = data.Texts("scopes"),
        GranularScopes = [.. data.Items("granular_scopes").Select(Granular).OfType<GranularScope>()],
        ErrorCode = data.Member("error").Number("code"),
        ErrorSubcode = data.Member("error").Number("subcode") ?? data.Member("error").Number("error_subcode"),
    };

    private static GranularScope? Granular(JsonElement item) => item.Text("scope") is { } scope
        ? new GranularScope(scope, item.Member("target_ids").ValueKind == JsonValueKind.Array ? item.Texts("target_ids") : null)
        : null;

    /// <summary>Seconds; 0 means never.</summary>
    private static DateTimeOffset? Time(JsonElement data, string name) =>
        data.LongNumber(name) is { } seconds and > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
