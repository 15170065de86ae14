using ShopBot.Engine.Conversations;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping;

/// <summary>What the shop listens to. Whatever is listed a second time takes the place of the first.</summary>
public sealed class ShopMap
{
    private readonly Dictionary<object, Action<FlowMap<ShoppingState>>> _routes = [];
    private readonly Func<Turn<ShoppingState>, Func<Task>, Task> _around;

    internal ShopMap(Func<Turn<ShoppingState>, Func<Task>, Task> around) => _around = around;

    internal Dictionary<string, Func<Turn<ShoppingState>, string, Task>> Intents { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<Turn<ShoppingState>, AwaitedAnswer, string, Task<bool>>> Answers { get; } = new(StringComparer.Ordinal);

    internal Func<Turn<ShoppingState>, string, Task>? TextHandler { get; private set; }

    internal Understanding.Listener? Listener { get; set; }

    /// <summary>A tapped button or row, or another feature that goes there.</summary>
    /// <typeparam name="TTap">One of the shop's taps, such as <see cref="OpenCart"/>.</typeparam>
    /// <param name="handler">What answers.</param>
    /// <param name="tool">What it does, for an assistant that may do the same; null when none may.</param>
    public void Tap<TTap>(Func<Turn<ShoppingState>, TTap, Task> handler, string? tool = null) => _routes[typeof(TTap)] = on =>
    {
        var route = on.Tap<TTap>((turn, tap) => _around(turn, () => handler(turn, tap)));
        if (tool is not null)
            route.Tool(tool);
    };

    /// <summary>A thing people say: phrases in all languages, found when they are what the message comes down to.</summary>
    /// <param name="words">The name of the text that holds them, such as <c>WordsCart</c>.</param>
    /// <param name="handler">What answers; its text is what stood beside the phrase, mostly nothing.</param>
    public void Says(string words, Func<Turn<ShoppingState>, string, Task> handler) => Intents[words] = handler;

    /// <summary>The answer to a question that <see cref="ShoppingState.Awaits"/> holds.</summary>
    /// <param name="kind">Which question.</param>
    /// <param name="handler">Takes the text and says whether it was an answer; when not, it is understood as any other text.</param>
    public void Answer(string kind, Func<Turn<ShoppingState>, AwaitedAnswer, string, Task<bool>> handler) => Answers[kind] = handler;

    /// <summary>Every text that is nothing else.</summary>
    /// <param name="handler">What answers.</param>
    public void Text(Func<Turn<ShoppingState>, string, Task> handler) => TextHandler = handler;

    /// <summary>A message of a kind.</summary>
    /// <typeparam name="TMessage">The kind.</typeparam>
    /// <param name="handler">What answers.</param>
    public void Message<TMessage>(Func<Turn<ShoppingState>, TMessage, Task> handler)
        where TMessage : MessageReceived => _routes[typeof(TMessage)] = on => on.Message<TMessage>((turn, message) => _around(turn, () => handler(turn, message)));

    /// <summary>A message of a type, by the platform's word.</summary>
    /// <param name="type">Such as <c>system</c>.</param>
    /// <param name="handler">What answers.</param>
    public void Message(string type, Func<Turn<ShoppingState>, Task> handler) => _routes["message:" + type] = on => on.Message(type, turn => _around(turn, () => handler(turn)));

    /// <summary>Something that happened elsewhere.</summary>
    /// <typeparam name="T">Its payload.</typeparam>
    /// <param name="kind">Such as <c>order.paid</c>.</param>
    /// <param name="handler">What answers.</param>
    public void Event<T>(string kind, Func<Turn<ShoppingState>, T, Task> handler) => _routes["event:" + kind] = on => on.Event<T>(kind, (turn, occurred) => _around(turn, () => handler(turn, occurred)));

    /// <summary>Something that happened elsewhere, as it was told.</summary>
    /// <param name="kind">Such as <c>whatsapp.user_preference</c>.</param>
    /// <param name="handler">What answers; gets JSON.</param>
    public void Event(string kind, Func<Turn<ShoppingState>, ReadOnlyMemory<byte>, Task> handler) =>
        _routes["event:" + kind] = on => on.Event(kind, (turn, payload) => _around(turn, () => handler(turn, payload)));

    /// <summary>A timer of the shop.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="handler">What answers.</param>
    public void Timer(string name, Func<Turn<ShoppingState>, Task> handler) => _routes["timer:" + name] = on => on.Timer(name, turn => _around(turn, () => handler(turn)));

    /// <summary>Understands a text as if it had been written: a picture's caption, a button's title.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">The text.</param>
    internal Task HearAsync(Turn<ShoppingState> turn, string text) => Listener!.HearAsync(turn, text);

    internal void ApplyTo(FlowMap<ShoppingState> on)
    {
        foreach (var route in _routes.Values)
            route(on);
    }
}
