using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShopBot.Engine.Turns;

/// <summary>The stored form of a conversation: which flow, which version of it, which step, and the flow's own state.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Version">The version that wrote it.</param>
/// <param name="Step">The step the person is in; null outside any.</param>
/// <param name="Data">The flow's state.</param>
public sealed record ConversationDocument(
    [property: JsonPropertyName("flow")] string Flow,
    [property: JsonPropertyName("v")] int Version,
    [property: JsonPropertyName("step")] string? Step,
    [property: JsonPropertyName("data")] JsonElement Data)
{
    /// <inheritdoc />
    public override string ToString() => $"ConversationDocument {{ Flow = {Flow}, Version = {Version}, Step = {Step} }}";
}
