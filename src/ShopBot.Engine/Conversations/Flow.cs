using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// A conversation written as a table of routes: what is listened to, and which method answers.
/// One instance serves all turns at once, so it keeps nothing between them: what must be remembered is in the state.
/// </summary>
/// <typeparam name="TState">
/// The state document: a record with a parameterless constructor, serialisable through the flow's JSON context. A member that a stored document does not have has the value a new state gives it.
/// </typeparam>
public abstract class Flow<TState> : IFlow, IRoutedFlow
    where TState : class, new()
{
    private readonly JsonTypeInfo<TState> _stateInfo;
    private readonly StateReader<TState> _reader;
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
        _reader = new StateReader<TState>(_stateInfo);
        Codec = new TapCodec(name, version, json);
        _map = new Lazy<FlowMap<TState>>(BuildMap);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public int Version { get; }

    /// <inheritdoc />
    public TimeSpan CoalesceWindow => Routes.CoalesceWindow;

    /// <inheritdoc />
    public TimeSpan? BacklogAfter => Routes.BacklogAfter;

    /// <inheritdoc />
    public bool MergesReplies => Routes.MergesReplies;

    internal TapCodec Codec { get; }

    internal FlowMap<TState> Routes => _map.Value;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The routes are wrong: something is routed twice, or an upgrade is missing.</exception>
    public void Prepare() => _ = Routes;

    /// <inheritdoc />
    public bool Takes(TurnEvent occurred) => occurred switch
    {
        ExternalTurn external => Routes.Named.ContainsKey("event:" + external.Kind),
        TimerTurn timer => Routes.Named.ContainsKey("timer:" + timer.Name),
        _ => true,
    };

    /// <inheritdoc />
    /// <exception cref="NewerConversationException">The state was written by a newer version of this flow.</exception>
    public ValueTask RunAsync(TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var loaded = Load(turn, out var restarted);
        var run = restarted ? RestartAsync(loaded) : FlowRouter.DispatchAsync(Routes, loaded);
        if (!run.IsCompletedSuccessfully)
            return FinishAsync(run, loaded);
        Save(loaded);
        return default;
    }

    /// <inheritdoc />
    public FlowDocument Merge(FlowDocument mine, FlowDocument theirs)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        if (Routes.MergeHandler is not { } merge || TryRead(mine) is not { } kept || TryRead(theirs) is not { } ended)
            return mine;
        return mine with { Version = Version, Data = JsonSerializer.SerializeToUtf8Bytes(merge(kept, ended), _stateInfo) };
    }

    // What cannot be read, or is of a newer version, is left to a turn, which knows what to do about it.
    private TState? TryRead(FlowDocument stored)
    {
        try
        {
            return stored.Version == Version ? JsonSerializer.Deserialize(stored.Data.Span, _stateInfo)
                : stored.Version < Version && Routes.Upgrades.TryGetValue(stored.Version, out var upgrade) && upgrade.Step is null ? upgrade.Read(stored.Data)
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Lists the routes. Called once.</summary>
    /// <param name="on">Where to list them.</param>
    protected abstract void Map(FlowMap<TState> on);

    string? IRoutedFlow.TryWriteTap<TTap>(TTap tap, in TapSeal seal, int most) =>
        Routes.Taps.TryGetValue(TapCodec.NameOf<TTap>(), out var route) ? Codec.Write(tap, route.Terms, seal, most) : null;

    private async ValueTask FinishAsync(Task run, Turn<TState> turn)
    {
        await run.ConfigureAwait(false);
        Save(turn);
    }

    private void Save(Turn<TState> turn) => turn.Context.Save(new FlowDocument(Name, Version, turn.Step, JsonSerializer.SerializeToUtf8Bytes(turn.State, _stateInfo)) { Question = turn.Question });

    private Turn<TState> Load(TurnContext context, out bool restarted)
    {
        restarted = false;
        if (context.TakeRemains() is { IsEmpty: false } remains)
        {
            restarted = true;
            return new Turn<TState>(context, this, Routes.Rescue(remains), null);
        }

        if (context.Load(Name) is not { } stored)
            return new Turn<TState>(context, this, new TState(), null);
        if (stored.Version > Version)
            throw new NewerConversationException(Name, stored.Version, Version);
        try
        {
            if (stored.Version == Version)
                return new Turn<TState>(context, this, _reader.Read(stored.Data), stored);
            var (read, step) = Routes.Upgrades[stored.Version];
            return new Turn<TState>(context, this, read(stored.Data), step is null ? stored : stored with { Step = step(stored.Step) });
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            // Nothing is said of the content: the fault is told to the person and to the event log.
            restarted = true;
            return new Turn<TState>(context, this, Routes.Rescue(stored.Data), null);
        }
    }

    private async Task RestartAsync(Turn<TState> turn)
    {
        turn.Context.Raise(ConversationEvents.Restarted, new ConversationRestarted(Name), TurnJson.Default.ConversationRestarted);
        await (Routes.RestartedHandler?.Invoke(turn) ?? turn.Says(turn.Context.EngineText(EngineText.Restarted))).ConfigureAwait(false);
        await FlowRouter.DispatchAsync(Routes, turn).ConfigureAwait(false);
    }

    private FlowMap<TState> BuildMap()
    {
        var map = new FlowMap<TState>(Codec);
        Map(map);
        for (var version = 1; version < Version; version++)
        {
            if (!map.Upgrades.ContainsKey(version))
                throw new InvalidOperationException($"Flow '{Name}' is at version {Version} but has no upgrade from version {version}: add on.Upgrade(from: {version}, …).");
        }

        return map;
    }
}

/// <summary>What flows of a bot ask each other.</summary>
internal interface IRoutedFlow
{
    /// <summary>The id of a tap; null when the flow has no route for it.</summary>
    string? TryWriteTap<TTap>(TTap tap, in TapSeal seal, int most);
}
