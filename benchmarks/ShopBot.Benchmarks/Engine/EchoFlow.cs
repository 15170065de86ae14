using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;

namespace ShopBot.Benchmarks.Engine;

/// <summary>Says what it was told, and counts.</summary>
internal sealed class EchoFlow() : Flow<EchoState>("echo", version: 1, EchoJson.Default)
{
    protected override void Map(FlowMap<EchoState> on) => on.Text((turn, text) =>
    {
        turn.State = new EchoState { Count = turn.State.Count + 1 };
        return turn.Says(text);
    });
}

internal sealed record EchoState
{
    public int Count { get; init; }
}

[JsonSerializable(typeof(EchoState))]
internal sealed partial class EchoJson : JsonSerializerContext;
