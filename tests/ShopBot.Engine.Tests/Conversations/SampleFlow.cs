using System.Text.Json;
using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;

namespace ShopBot.Engine.Tests.Conversations;

/// <summary>What the person did so far, in words.</summary>
public sealed record Diary
{
    public IReadOnlyList<string> Entries { get; init; } = [];
}

public sealed record PickColour(string Name, int Shade);

public sealed record Finish;

public sealed record NeverRouted;

/// <summary>The diary as version 1 kept it.</summary>
public sealed record DiaryV1(int Count);

/// <summary>A flow whose routes a test lists.</summary>
internal sealed class SampleFlow(int version, Action<FlowMap<Diary>> map) : Flow<Diary>("sample", version, SampleJson.Default)
{
    public int MapCalls { get; private set; }

    public static Func<Turn<Diary>, Task> Write(string entry) => turn =>
    {
        turn.State = turn.State with { Entries = [.. turn.State.Entries, entry] };
        return Task.CompletedTask;
    };

    public static Diary ReadOld(JsonElement old) => new() { Entries = [$"upgraded {old.GetProperty("count").GetInt32()}"] };

    protected override void Map(FlowMap<Diary> on)
    {
        MapCalls++;
        map(on);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Diary))]
[JsonSerializable(typeof(PickColour))]
[JsonSerializable(typeof(Finish))]
[JsonSerializable(typeof(NeverRouted))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(DiaryV1))]
[JsonSerializable(typeof(int))]
internal sealed partial class SampleJson : JsonSerializerContext;
