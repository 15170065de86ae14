using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What goes back over the wire; status 0 means the connection is dropped without an answer.</summary>
internal sealed record GraphAnswer(int Status, string ContentType, string Body)
{
    public const string Json = "application/json; charset=UTF-8";

    public static GraphAnswer Success { get; } = new(200, Json, """{"success":true}""");

    public static GraphAnswer Dropped { get; } = new(0, Json, "");

    /// <summary>Set for a media download, whose answer is bytes.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    public static GraphAnswer Ok(JsonObject body) => new(200, Json, body.ToJsonString(WireJson.Plain));
}
