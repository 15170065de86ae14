namespace ShopBot.Engine.Conversations;

/// <summary>Routes for what a person writes: everywhere, or in one step.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public class FlowScope<TState>
    where TState : class, new()
{
    internal FlowScope(TapCodec codec) => Codec = codec;

    internal TapCodec Codec { get; }

    internal WordTable<Func<Turn<TState>, Task>> Words { get; } = new();

    internal Dictionary<string, Func<Turn<TState>, Task>> Kinds { get; } = new(StringComparer.Ordinal);

    internal Func<Turn<TState>, string, Task>? TextHandler { get; private set; }

    /// <summary>
    /// Words or phrases found whole in a text message, in any letter case; the longest match of all wins. "hi" is not found in "white".
    /// </summary>
    public void Says(Func<Turn<TState>, Task> handler, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            Words.Add(phrase, handler);
    }

    /// <summary>Any text message that no words route takes.</summary>
    public void Text(Func<Turn<TState>, string, Task> handler) => TextHandler = handler;

    /// <summary>A message of this platform type, such as <c>image</c>, <c>location</c> or <c>order</c>.</summary>
    public void Message(string type, Func<Turn<TState>, Task> handler) => Kinds.Add(type, handler);
}
