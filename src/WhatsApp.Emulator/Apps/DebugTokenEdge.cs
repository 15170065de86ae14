using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>GET /debug_token?input_token=…</c>, asked with an app token or any valid token.</summary>
internal static class DebugTokenEdge
{
    public static GraphAnswer Read(GraphRequest request, EmulatedCloud cloud)
    {
        if (cloud.Access.AppOf(request.Token) is null)
            _ = cloud.Access.Resolve(request);
        if (request.Query("input_token") is not { Length: > 0 } inspected)
            throw new GraphException(GraphError.MissingTopLevel("input_token"));

        var data = cloud.Access.Issued(inspected) is { } issued ? Describe(issued, cloud)
            : cloud.Access.OfNumbers(inspected) is { Length: > 0 } numbers ? Describe(numbers, cloud)
            : cloud.Access.AppOf(inspected) is { } app ? Describe(app)
            : Invalid();
        return GraphAnswer.Ok(new JsonObject { ["data"] = data });
    }

    private static JsonObject Describe(EmulatedNumber[] numbers, EmulatedCloud cloud)
    {
        var isExpired = Array.TrueForAll(numbers, cloud.Access.IsExpired);
        var node = Describe(numbers[0].App, "SYSTEM_USER", numbers[0].Scopes, [.. numbers.Select(number => number.Waba).Distinct()], numbers[0].AccessTokenExpiresAt, 1_760_000_000, !isExpired);
        if (isExpired)
            node["error"] = new JsonObject { ["code"] = 190, ["message"] = "The session has expired.", ["subcode"] = 463 };
        return node;
    }

    private static JsonObject Describe(IssuedToken token, EmulatedCloud cloud)
    {
        var isExpired = token.ExpiresAt <= cloud.Time.GetUtcNow();
        var node = Describe(token.App, "SYSTEM_USER", token.Scopes, token.Wabas, token.ExpiresAt, token.IssuedAt.ToUnixTimeSeconds(), !isExpired && !token.IsRevoked);
        if (isExpired || token.IsRevoked)
            node["error"] = new JsonObject { ["code"] = 190, ["message"] = isExpired ? "The session has expired." : "The session has been invalidated.", ["subcode"] = isExpired ? 463 : 467 };
        return node;
    }

    private static JsonObject Describe(EmulatedApp app) => new() { ["app_id"] = app.Id, ["type"] = "APP", ["application"] = $"App {app.Id}", ["is_valid"] = true, ["scopes"] = new JsonArray() };

    private static JsonObject Describe(EmulatedApp app, string type, IReadOnlyList<string> scopes, IReadOnlyList<EmulatedWaba> wabas, DateTimeOffset? expiresAt, long issuedAt, bool isValid) => new()
    {
        ["app_id"] = app.Id,
        ["type"] = type,
        ["application"] = $"App {app.Id}",
        ["data_access_expires_at"] = 0,
        ["expires_at"] = expiresAt?.ToUnixTimeSeconds() ?? 0,
        ["is_valid"] = isValid,
        ["issued_at"] = issuedAt,
        ["scopes"] = Strings(scopes),
        ["granular_scopes"] = new JsonArray([.. scopes.Select(scope => new JsonObject { ["scope"] = scope, ["target_ids"] = Strings(wabas.Select(waba => waba.Id)) })]),
        ["user_id"] = "222",
    };

    private static JsonObject Invalid() => new()
    {
        ["error"] = new JsonObject { ["code"] = 190, ["message"] = "Invalid OAuth access token." },
        ["is_valid"] = false,
        ["scopes"] = new JsonArray(),
    };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
