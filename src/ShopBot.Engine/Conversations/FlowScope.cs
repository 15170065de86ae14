using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>Routes for what a person writes: everywhere, or in one step.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public class FlowScope<TState>
    where TState : class, new()
{
    internal FlowScope()
    {
    }

    internal WordTable<Func<Turn<TState>, Task>> Words { get; } = new();

    internal Dictionary<string, Func<Turn<TState>, Task>> Kinds { get; } = new(StringComparer.Ordinal);

    internal Dictionary<Type, Func<Turn<TState>, MessageReceived, Task>> Records { get; } = [];

    internal Func<Turn<TState>, string, Task>? TextHandler { get; private set; }

    /// <summary>
    /// Words or phrases found whole in a text message; the longest match of all wins. "hi" is not found in "white". Letter case and accents do not matter, and what
    /// counts as the same word follows the script it is written in.
    /// </summary>
    /// <param name="phrases">Separated by commas: <c>"book, make an appointment"</c>.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="language">The only language they mean this in, such as <c>de</c>; null for every language.</param>
    /// <exception cref="InvalidOperationException">A phrase is routed twice.</exception>
    public void Says(string phrases, Func<Turn<TState>, Task> handler, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        Words.Add(phrases, handler, language);
    }

    /// <summary>Any text message that no words route takes.</summary>
    public void Text(Func<Turn<TState>, string, Task> handler) => TextHandler = handler;

    /// <summary>A message of this platform type, such as <c>image</c>, <c>location</c> or <c>order</c>.</summary>
    public void Message(string type, Func<Turn<TState>, Task> handler) => Kinds.Add(type, handler);

    /// <summary>A message of this kind, such as <see cref="ImageReceived"/> or <see cref="OrderReceived"/>; tried before <see cref="Message(string, Func{Turn{TState}, Task})"/>.</summary>
    public void Message<TMessage>(Func<Turn<TState>, TMessage, Task> handler)
        where TMessage : MessageReceived =>
        Records.Add(typeof(TMessage), (turn, message) => handler(turn, (TMessage)message));

    /// <summary>What a route does with a message that is not text; null when none takes it.</summary>
    internal Task? Take(Turn<TState> turn, MessageReceived message)
    {
        if (Records.Count > 0)
        {
            for (var type = message.GetType(); type is not null && type != typeof(MessageReceived); type = type.BaseType)
            {
                if (Records.TryGetValue(type, out var typed))
                    return typed(turn, message);
            }
        }

        return Kinds.TryGetValue(message.Type, out var handler) ? handler(turn) : null;
    }

    /// <summary>Whether a route takes messages of this kind.</summary>
    internal bool Hears(MessageReceived message)
    {
        for (var type = message.GetType(); type is not null && Records.Count > 0 && type != typeof(MessageReceived); type = type.BaseType)
        {
            if (Records.ContainsKey(type))
                return true;
        }

        return Kinds.ContainsKey(message.Type);
    }
}
