using System.Text.Json;

namespace ShopBot.Engine.Conversations;

/// <summary>The routes of a flow: what it listens to and which method answers.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public sealed class FlowMap<TState> : FlowScope<TState>
    where TState : class, new()
{
    private readonly Dictionary<string, FlowScope<TState>> _steps = new(StringComparer.Ordinal);

    internal FlowMap(TapCodec codec)
        : base(codec)
    {
    }

    internal Dictionary<string, Func<Turn<TState>, TapText, Task>> Taps { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<Turn<TState>, ReadOnlyMemory<byte>, Task>> Named { get; } = new(StringComparer.Ordinal);

    internal Dictionary<int, Func<JsonElement, TState>> Upgrades { get; } = [];

    internal Func<Turn<TState>, Task>? StartHandler { get; private set; }

    internal Func<Turn<TState>, Task>? StaleHandler { get; private set; }

    internal Func<Turn<TState>, Task>? OtherwiseHandler { get; private set; }

    /// <summary>The first message of a person, when no tap and no words route takes it.</summary>
    public void Start(Func<Turn<TState>, Task> handler) => StartHandler = handler;

    /// <summary>A tapped button or row that carries a <typeparamref name="TTap"/>; works in every step.</summary>
    /// <typeparam name="TTap">The payload: a record known to the flow's JSON context.</typeparam>
    /// <exception cref="InvalidOperationException">The tap is already routed, or the JSON context does not know it.</exception>
    public void Tap<TTap>(Func<Turn<TState>, TTap, Task> handler)
    {
        var read = Codec.Reader<TTap>();
        if (!Taps.TryAdd(TapCodec.NameOf<TTap>(), (turn, text) => read(text) is { } tap ? handler(turn, tap) : turn.GoStaleAsync(this)))
            throw new InvalidOperationException($"The tap {typeof(TTap).Name} is routed twice.");
    }

    /// <summary>A timer that this flow set.</summary>
    public void Timer(string name, Func<Turn<TState>, Task> handler) => AddNamed("timer:" + name, (turn, _) => handler(turn));

    /// <summary>Something that happened elsewhere, such as <c>order.paid</c>; its payload is JSON.</summary>
    public void Event(string kind, Func<Turn<TState>, ReadOnlyMemory<byte>, Task> handler) => AddNamed("event:" + kind, handler);

    /// <summary>A button of an older version, or one that cannot be read any more.</summary>
    public void Stale(Func<Turn<TState>, Task> handler) => StaleHandler = handler;

    /// <summary>Whatever no other route takes.</summary>
    public void Otherwise(Func<Turn<TState>, Task> handler) => OtherwiseHandler = handler;

    /// <summary>Routes that are tried only while the person is in this step.</summary>
    public FlowScope<TState> In(string step)
    {
        if (!_steps.TryGetValue(step, out var scope))
            _steps.Add(step, scope = new FlowScope<TState>(Codec));
        return scope;
    }

    /// <summary>Reads a state document of an older version.</summary>
    /// <param name="from">The version that wrote it.</param>
    /// <param name="read">Makes today's state of it.</param>
    public void Upgrade(int from, Func<JsonElement, TState> read) => Upgrades.Add(from, read);

    internal FlowScope<TState>? Step(string? step) => step is not null && _steps.TryGetValue(step, out var scope) ? scope : null;

    private void AddNamed(string name, Func<Turn<TState>, ReadOnlyMemory<byte>, Task> handler)
    {
        if (!Named.TryAdd(name, handler))
            throw new InvalidOperationException($"'{name}' is routed twice.");
    }
}
