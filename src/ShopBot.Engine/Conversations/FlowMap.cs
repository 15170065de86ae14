using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ShopBot.Engine.Conversations;

/// <summary>The routes of a flow: what it listens to and which method answers.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public sealed partial class FlowMap<TState> : FlowScope<TState>
    where TState : class, new()
{
    private readonly Dictionary<string, FlowScope<TState>> _steps = new(StringComparer.Ordinal);
    private readonly TapCodec _codec;

    internal FlowMap(TapCodec codec) => _codec = codec;

    internal Dictionary<string, TapHandler> Taps { get; } = new(StringComparer.Ordinal);

    /// <summary>The same handlers, by the type of their tap.</summary>
    internal Dictionary<Type, Delegate> TapsByType { get; } = [];

    internal Dictionary<string, Func<Turn<TState>, ReadOnlyMemory<byte>, Task>> Named { get; } = new(StringComparer.Ordinal);

    internal Func<Turn<TState>, Task>? StartHandler { get; private set; }

    internal Func<Turn<TState>, Task>? StaleHandler { get; private set; }

    internal Func<Turn<TState>, Task>? OtherwiseHandler { get; private set; }

    internal Func<Turn<TState>, Task>? ReturnedHandler { get; private set; }

    internal Func<Turn<TState>, Task>? HandedBackHandler { get; private set; }

    internal Func<Turn<TState>, Task>? BacklogHandler { get; private set; }

    internal TimeSpan? BacklogAfter { get; private set; }

    internal TimeSpan CoalesceWindow { get; private set; }

    internal bool MergesReplies { get; private set; }

    /// <summary>The first message of a person, when no tap and no words route takes it; also when another flow goes to this one.</summary>
    public void Start(Func<Turn<TState>, Task> handler) => StartHandler = handler;

    /// <summary>A tapped button or row that carries a <typeparamref name="TTap"/>; works in every step.</summary>
    /// <typeparam name="TTap">The payload: a record known to the flow's JSON context.</typeparam>
    /// <returns>Where to ask for more of its buttons: a signature, an end.</returns>
    /// <exception cref="InvalidOperationException">The tap is already routed, or the JSON context does not know it.</exception>
    public TapRoute Tap<TTap>(Func<Turn<TState>, TTap, Task> handler)
    {
        var read = _codec.Reader<TTap>();
        var info = _codec.InfoOf<TTap>();
        var terms = new TapTerms();
        var route = new TapHandler(terms, (turn, text) => read(text) is { } tap ? handler(turn, tap) : turn.GoStaleAsync(), text => read(text) is not null, () => info.GetJsonSchemaAsNode());
        if (!Taps.TryAdd(TapCodec.NameOf<TTap>(), route))
            throw new InvalidOperationException($"The tap {typeof(TTap).Name} is routed twice.");
        TapsByType.Add(typeof(TTap), handler);
        return new TapRoute(terms);
    }

    /// <summary>A timer that this flow set.</summary>
    public void Timer(string name, Func<Turn<TState>, Task> handler) => AddNamed("timer:" + name, (turn, _) => handler(turn));

    /// <summary>Something that happened elsewhere, such as <c>order.paid</c>; its payload is JSON.</summary>
    public void Event(string kind, Func<Turn<TState>, ReadOnlyMemory<byte>, Task> handler) => AddNamed("event:" + kind, handler);

    /// <summary>Something that happened elsewhere, such as <c>order.paid</c>.</summary>
    /// <typeparam name="T">Its payload, known to the flow's JSON context. One that cannot be read fails the turn.</typeparam>
    public void Event<T>(string kind, Func<Turn<TState>, T, Task> handler)
    {
        var info = _codec.InfoOf<T>();
        AddNamed("event:" + kind, (turn, payload) => handler(turn, JsonSerializer.Deserialize(payload.Span, info) ?? throw new JsonException($"The event {kind} is empty.")));
    }

    /// <summary>A button of an older version, one that has ended or was tampered with, or one that cannot be read any more.</summary>
    public void Stale(Func<Turn<TState>, Task> handler) => StaleHandler = handler;

    /// <summary>Whatever no other route takes.</summary>
    public void Otherwise(Func<Turn<TState>, Task> handler) => OtherwiseHandler = handler;

    /// <summary>The flow this one went to has returned.</summary>
    public void Returned(Func<Turn<TState>, Task> handler) => ReturnedHandler = handler;

    /// <summary>A person of the store gave the conversation back. Nothing is said unless this says it.</summary>
    public void HandedBack(Func<Turn<TState>, Task> handler) => HandedBackHandler = handler;

    /// <summary>
    /// Messages that waited longer than this, through a downtime, are answered once together by <paramref name="handler"/>: <see cref="Turn{TState}.Text"/> has all of what was written,
    /// <see cref="Turn{TState}.Messages"/> how many they were. Taps are honoured whatever their age.
    /// </summary>
    /// <param name="after">From one second; minutes are usual.</param>
    /// <param name="handler">The one answer.</param>
    public void StaleAfter(TimeSpan after, Func<Turn<TState>, Task> handler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.FromSeconds(1));
        (BacklogAfter, BacklogHandler) = (after, handler);
    }

    /// <summary>People write in bursts: waits until nothing came for this long, and hands consecutive texts over as one, a line each. Taps are never held up.</summary>
    /// <param name="window">50 ms to 10 s.</param>
    public void Coalesce(TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromMilliseconds(50));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, TimeSpan.FromSeconds(10));
        CoalesceWindow = window;
    }

    /// <summary>Consecutive texts of one turn leave as one message, a blank line between them: replies are billed one by one.</summary>
    public void MergeReplies() => MergesReplies = true;

    /// <summary>Routes that are tried only while the person is in this step.</summary>
    public FlowScope<TState> In(string step)
    {
        if (!_steps.TryGetValue(step, out var scope))
            _steps.Add(step, scope = new FlowScope<TState>());
        return scope;
    }

    internal FlowScope<TState>? Step(string? step) => step is not null && _steps.TryGetValue(step, out var scope) ? scope : null;

    internal TapHandler? FindTap(ReadOnlySpan<char> name) => Taps.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var route) ? route : null;

    /// <summary>The taps that an assistant may use in this turn.</summary>
    internal IReadOnlyList<FlowAction> ActionsOf(Turn<TState> turn) =>
        [.. Taps.Where(tap => tap.Value.Terms.Tool is not null).Select(tap => new FlowAction(tap.Key, tap.Value.Terms.Tool!, tap.Value.Schema().ToJsonString(), turn.Context, arguments =>
        {
            var text = new TapText("", 0, default, arguments.AsMemory(), default, default);
            return tap.Value.Reads(text) ? tap.Value.Invoke(turn, text) : null;
        }))];

    private void AddNamed(string name, Func<Turn<TState>, ReadOnlyMemory<byte>, Task> handler)
    {
        if (!Named.TryAdd(name, handler))
            throw new InvalidOperationException($"'{name}' is routed twice.");
    }

    /// <summary>A routed tap.</summary>
    internal sealed record TapHandler(TapTerms Terms, Func<Turn<TState>, TapText, Task> Invoke, Func<TapText, bool> Reads, Func<JsonNode> Schema);
}
