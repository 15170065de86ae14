using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The little of a flow's JSON that is looked at: it is an object with a version and screens that have ids.</summary>
internal static class FlowJson
{
    public static JsonArray Check(string? json)
    {
        if (json is null)
            return [];
        try
        {
            if (JsonNode.Parse(json) is not JsonObject flow)
                return [Error("INVALID_FLOW_JSON", "The flow JSON must be an object.", "")];
            if (flow["version"] is not JsonValue)
                return [Error("MISSING_REQUIRED_PROPERTY", "The property \"version\" is required.", "version")];
            if (flow["screens"] is not JsonArray { Count: > 0 } screens)
                return [Error("MISSING_REQUIRED_PROPERTY", "The property \"screens\" is required.", "screens")];
            return [.. screens.Index().Where(pair => (pair.Item as JsonObject)?["id"] is not JsonValue)
                .Select(pair => Error("MISSING_REQUIRED_PROPERTY", "The property \"id\" is required.", $"screens[{pair.Index}].id"))];
        }
        catch (JsonException)
        {
            return [Error("INVALID_JSON", "The flow JSON cannot be parsed.", "")];
        }
    }

    public static string? Version(string? json)
    {
        try
        {
            return json is null ? null : (JsonNode.Parse(json) as JsonObject)?["version"]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Error(string error, string message, string path) => new()
    {
        ["error"] = error, ["error_type"] = "FLOW_JSON_ERROR", ["message"] = message, ["line_start"] = 1, ["line_end"] = 1, ["column_start"] = 1, ["column_end"] = 1,
        ["pointers"] = new JsonArray(new JsonObject { ["line_start"] = 1, ["line_end"] = 1, ["column_start"] = 1, ["column_end"] = 1, ["path"] = path }),
    };
}
