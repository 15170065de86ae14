using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What goes back over the wire; status 0 means the connection is dropped without an answer.</summary>
internal sealed record GraphAnswer(int Status, string ContentType, string Body)
{
    public const string Json = "application/json; charset=UTF-8";

    public static GraphAnswer Success { get; } = new(200, Json, """{"success":true}""");

    /// <summary>Success that is none, which callers overlook.</summary>
    public static GraphAnswer NoSuccess { get; } = new(200, Json, """{"success":false}""");

    public static GraphAnswer Dropped { get; } = new(0, Json, "");

    public static GraphAnswer Ok(JsonNode body) => new(200, Json, body.ToJsonString(WireJson.Plain));
}
