using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <content>Questions: asked by <c>turn.Ask(name)</c>, answered turns later.</content>
public sealed partial class FlowMap<TState>
{
    private readonly Dictionary<string, Question<TState>> _questions = new(StringComparer.Ordinal);

    internal bool HasQuestions => _questions.Count > 0;

    /// <summary>A question answered by writing.</summary>
    /// <param name="name">1 to 32 characters of a-z, 0-9 and '-'; stored while it waits, so never change it once people are asked.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="handler">Gets the answer, trimmed.</param>
    public Question<TState, string> AskText(string name, string prompt, Func<Turn<TState>, string, Task> handler) => AskText(name, _ => prompt, handler);

    /// <inheritdoc cref="AskText(string, string, Func{Turn{TState}, string, Task})" />
    public Question<TState, string> AskText(string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, string, Task> handler) =>
        Add(new TextQuestion<TState>(name, prompt, handler));

    /// <summary>
    /// A question answered by one of several options: buttons for up to three short ones, else a list, with further pages where one does not hold them all. Typing an option's title
    /// or number does as well.
    /// </summary>
    /// <typeparam name="T">What the options stand for, known to the flow's JSON context.</typeparam>
    /// <param name="name">1 to 32 characters of a-z, 0-9 and '-'; stored while it waits, so never change it once people are asked.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="options">The options; looked up again when the question is repeated.</param>
    /// <param name="handler">Gets the chosen value.</param>
    public Question<TState, T> AskChoice<T>(string name, string prompt, IReadOnlyList<Option<T>> options, Func<Turn<TState>, T, Task> handler) =>
        AskChoice(name, _ => prompt, _ => new(options), handler);

    /// <inheritdoc cref="AskChoice{T}(string, string, IReadOnlyList{Option{T}}, Func{Turn{TState}, T, Task})" />
    public Question<TState, T> AskChoice<T>(
        string name, string prompt, Func<Turn<TState>, ValueTask<IReadOnlyList<Option<T>>>> options, Func<Turn<TState>, T, Task> handler) =>
        AskChoice(name, _ => prompt, options, handler);

    /// <inheritdoc cref="AskChoice{T}(string, string, IReadOnlyList{Option{T}}, Func{Turn{TState}, T, Task})" />
    public Question<TState, T> AskChoice<T>(
        string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, ValueTask<IReadOnlyList<Option<T>>>> options, Func<Turn<TState>, T, Task> handler) =>
        Add(new ChoiceQuestion<TState, T>(name, prompt, options, handler, _codec));

    /// <summary>A question answered by a picture, sound, video, document or sticker.</summary>
    /// <typeparam name="TMedia">Which: <see cref="ImageReceived"/>, or <see cref="MediaReceived"/> for any.</typeparam>
    /// <param name="name">1 to 32 characters of a-z, 0-9 and '-'; stored while it waits, so never change it once people are asked.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="handler">Gets the file.</param>
    public Question<TState, TMedia> AskMedia<TMedia>(string name, string prompt, Func<Turn<TState>, TMedia, Task> handler)
        where TMedia : MediaReceived => AskMedia(name, _ => prompt, handler);

    /// <inheritdoc cref="AskMedia{TMedia}(string, string, Func{Turn{TState}, TMedia, Task})" />
    public Question<TState, TMedia> AskMedia<TMedia>(string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, TMedia, Task> handler)
        where TMedia : MediaReceived => Add(new MessageQuestion<TState, TMedia>(name, prompt, handler, asksForPlace: false));

    /// <summary>A question answered by a place: the person gets the platform's button for it.</summary>
    /// <param name="name">1 to 32 characters of a-z, 0-9 and '-'; stored while it waits, so never change it once people are asked.</param>
    /// <param name="prompt">What is asked.</param>
    /// <param name="handler">Gets the place.</param>
    public Question<TState, LocationReceived> AskLocation(string name, string prompt, Func<Turn<TState>, LocationReceived, Task> handler) =>
        AskLocation(name, _ => prompt, handler);

    /// <inheritdoc cref="AskLocation(string, string, Func{Turn{TState}, LocationReceived, Task})" />
    public Question<TState, LocationReceived> AskLocation(string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, LocationReceived, Task> handler) =>
        Add(new MessageQuestion<TState, LocationReceived>(name, prompt, handler, asksForPlace: true));

    internal Question<TState> Question(string name) => FindQuestion(name)
        ?? throw new InvalidOperationException($"The flow has no question '{name}': add on.AskText(\"{name}\", …) or another Ask…");

    internal Question<TState>? FindQuestion(ReadOnlySpan<char> name) =>
        _questions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var question) ? question : null;

    private TQuestion Add<TQuestion>(TQuestion question)
        where TQuestion : Question<TState>
    {
        if (question.Name is not { Length: > 0 and <= 32 } || question.Name.AsSpan().ContainsAnyExcept(FlowNames.Allowed))
            throw new ArgumentException("A question's name is 1 to 32 characters of a-z, 0-9 and '-'.");
        if (!_questions.TryAdd(question.Name, question))
            throw new InvalidOperationException($"The question '{question.Name}' is listed twice.");
        return question;
    }
}
