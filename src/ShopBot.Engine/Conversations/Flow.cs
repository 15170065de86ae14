using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// A conversation written as a table of routes: what is listened to, and which method answers.
/// One instance serves all turns at once, so it keeps nothing between them: what must be remembered is in the state.
/// </summary>
/// <typeparam name="TState">The state document: a record with a parameterless constructor, serialisable through the flow's JSON context.</typeparam>
public abstract class Flow<TState> : IFlow
    where TState : class, new()
{
    private readonly JsonTypeInfo<TState> _stateInfo;
    private readonly TapCodec _taps;
    private readonly Lazy<FlowMap<TState>> _map;

    /// <summary>Names the flow.</summary>
    /// <param name="name">Stored with every state and tap: 1 to 16 characters of a-z, 0-9 and '-'. Never change it once people talk to it.</param>
    /// <param name="version">From 1. Raise it when an older state or tap could not be read as what it means now, and add an upgrade.</param>
    /// <param name="json">Source-generated JSON of the state and of every tap.</param>
    /// <exception cref="ArgumentException">The name has another form, or the JSON context does not know <typeparamref name="TState"/>.</exception>
    protected Flow(string name, int version, JsonSerializerContext json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (name is not { Length: > 0 and <= 16 } || name.AsSpan().ContainsAnyExcept(FlowNames.Allowed))
            throw new ArgumentException("A flow's name is 1 to 16 characters of a-z, 0-9 and '-'.", nameof(name));

        Name = name;
        Version = version;
        _stateInfo = json.GetTypeInfo(typeof(TState)) as JsonTypeInfo<TState>
            ?? throw new ArgumentException($"{json.GetType().Name} does not know {typeof(TState).Name}: add [JsonSerializable(typeof({typeof(TState).Name}))].", nameof(json));
        _taps = new TapCodec(name, version, json);
        _map = new Lazy<FlowMap<TState>>(BuildMap);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public int Version { get; }

    /// <summary>Lists the routes. Called once.</summary>
    /// <param name="on">Where to list them.</param>
    protected abstract void Map(FlowMap<TState> on);

    /// <inheritdoc />
    /// <exception cref="NewerConversationException">The state was written by a newer version of this flow.</exception>
    public async Task<TurnResult> RunAsync(TurnInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var map = _map.Value;
        var (state, step, isNew) = Load(input.Document, map);
        var turn = new Turn<TState>(input, _taps, state, step, isNew, cancellationToken);
        await FlowRouter.DispatchAsync(map, turn, input.Event).ConfigureAwait(false);
        var data = JsonSerializer.SerializeToElement(turn.State, _stateInfo);
        return turn.ToResult(new ConversationDocument(Name, Version, turn.Step, data));
    }

    private (TState State, string? Step, bool IsNew) Load(ConversationDocument? document, FlowMap<TState> map)
    {
        if (document is null || document.Flow != Name)
            return (new TState(), null, true);
        if (document.Version > Version)
            throw new NewerConversationException(Name, document.Version, Version);
        if (document.Version < Version && map.Upgrades.TryGetValue(document.Version, out var upgrade))
            return (upgrade(document.Data), document.Step, false);
        return (document.Data.Deserialize(_stateInfo) ?? new TState(), document.Step, false);
    }

    private FlowMap<TState> BuildMap()
    {
        var map = new FlowMap<TState>(_taps);
        Map(map);
        for (var version = 1; version < Version; version++)
        {
            if (!map.Upgrades.ContainsKey(version))
                throw new InvalidOperationException($"Flow '{Name}' is at version {Version} but has no upgrade from version {version}: add on.Upgrade(from: {version}, …).");
        }

        return map;
    }
}
