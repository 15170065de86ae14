using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>GET /debug_token?input_token=…</c>, asked with an app token or any valid token.</summary>
internal static class DebugTokenEdge
{
    public static GraphAnswer Read(GraphRequest request, EmulatedCloud cloud)
    {
        if (!AccessCheck.IsAppToken(request.Token, cloud))
            _ = AccessCheck.NumbersOf(request.Token, cloud);
        if (request.Query("input_token") is not { Length: > 0 } inspected)
            throw new GraphException(GraphError.MissingTopLevel("input_token"));

        var numbers = cloud.Numbers.Where(number => AccessCheck.Same(number.AccessToken, inspected)).ToArray();
        return GraphAnswer.Ok(new JsonObject { ["data"] = numbers.Length == 0 ? Invalid() : Describe(numbers, cloud) });
    }

    private static JsonObject Describe(EmulatedNumber[] numbers, EmulatedCloud cloud)
    {
        var isExpired = numbers.All(number => AccessCheck.IsExpired(number, cloud));
        var scopes = numbers[0].Scopes;
        var wabas = numbers.Select(number => number.WabaId).Distinct(StringComparer.Ordinal).ToArray();
        var node = new JsonObject
        {
            ["app_id"] = numbers[0].App.Id,
            ["type"] = "SYSTEM_USER",
            ["application"] = $"App {numbers[0].App.Id}",
            ["data_access_expires_at"] = 0,
            ["expires_at"] = numbers[0].AccessTokenExpiresAt?.ToUnixTimeSeconds() ?? 0,
            ["is_valid"] = !isExpired,
            ["issued_at"] = 1_760_000_000,
            ["scopes"] = Strings(scopes),
            ["granular_scopes"] = new JsonArray([.. scopes.Select(scope => new JsonObject { ["scope"] = scope, ["target_ids"] = Strings(wabas) })]),
            ["user_id"] = "222",
        };
        if (isExpired)
            node["error"] = new JsonObject { ["code"] = 190, ["message"] = "The session has expired.", ["subcode"] = 463 };
        return node;
    }

    private static JsonObject Invalid() => new()
    {
        ["error"] = new JsonObject { ["code"] = 190, ["message"] = "Invalid OAuth access token." },
        ["is_valid"] = false,
        ["scopes"] = new JsonArray(),
    };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
