using System.Text.Json;

namespace ShopBot.Engine.Conversations;

/// <content>How stored state is read: by today's version, by older ones, and what is saved of state that cannot be read.</content>
public sealed partial class FlowMap<TState>
{
    private readonly List<(string Member, Func<TState, JsonElement, TState> Put)> _kept = [];

    internal Dictionary<int, (Func<ReadOnlyMemory<byte>, TState> Read, Func<string?, string?>? Step)> Upgrades { get; } = [];

    internal Func<Turn<TState>, Task>? RestartedHandler { get; private set; }

    /// <summary>Reads a state document of an older version. There is one for every version before the current one, or the host does not start.</summary>
    /// <typeparam name="TOld">The older state, known to the flow's JSON context.</typeparam>
    /// <param name="from">The version that wrote it.</param>
    /// <param name="read">Makes today's state of it.</param>
    /// <param name="step">Today's name of an older step; null when steps are called as they were.</param>
    public void Upgrade<TOld>(int from, Func<TOld, TState> read, Func<string?, string?>? step = null)
    {
        var info = _codec.InfoOf<TOld>();
        Upgrades.Add(from, (json => read(JsonSerializer.Deserialize(json.Span, info) ?? throw new JsonException("The state is null.")), step));
    }

    /// <summary>Reads a state document of an older version from its JSON.</summary>
    /// <param name="from">The version that wrote it.</param>
    /// <param name="read">Makes today's state of it.</param>
    /// <param name="step">Today's name of an older step; null when steps are called as they were.</param>
    public void Upgrade(int from, Func<JsonElement, TState> read, Func<string?, string?>? step = null) => Upgrades.Add(from, (json => read(Parse(json)), step));

    /// <summary>
    /// What is saved when a state document cannot be read: the flow begins anew, but with this member, if it can be read by itself. For what a person would miss, such as a cart.
    /// </summary>
    /// <typeparam name="T">The member's type, known to the flow's JSON context.</typeparam>
    /// <param name="member">The member's name in the JSON.</param>
    /// <param name="put">Puts it into the new state.</param>
    public void Keep<T>(string member, Func<TState, T, TState> put)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        var info = _codec.InfoOf<T>();
        _kept.Add((member, (state, json) => json.Deserialize(info) is { } value ? put(state, value) : state));
    }

    /// <summary>What becomes of two states when two conversations turn out to be one person's; without it the first stays as it is.</summary>
    /// <param name="merge">Makes one state of that which goes on and that which ends.</param>
    public void Merge(Func<TState, TState, TState> merge) => MergeHandler = merge;

    internal Func<TState, TState, TState>? MergeHandler { get; private set; }

    /// <summary>The state could not be read and the flow began anew: tells the person, before the turn's own answer. Without it the engine says so.</summary>
    public void Restarted(Func<Turn<TState>, Task> handler) => RestartedHandler = handler;

    /// <summary>A new state with what can be saved of an unreadable one.</summary>
    internal TState Rescue(ReadOnlyMemory<byte> remains)
    {
        var state = new TState();
        foreach (var (member, put) in _kept)
        {
            try
            {
                if (FindMember(remains, member) is { } json)
                    state = put(state, json);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
            {
                // This part is unreadable too; the others may not be.
            }
        }

        return state;
    }

    /// <summary>The first member of that name, read as far as the JSON is whole.</summary>
    private static JsonElement? FindMember(ReadOnlyMemory<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(member) && reader.Read())
                    return JsonElement.ParseValue(ref reader);
            }
        }
        catch (JsonException)
        {
            // Broken before that member.
        }

        return null;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return JsonElement.ParseValue(ref reader);
    }
}
