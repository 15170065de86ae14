using System.Globalization;
using System.Text;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>A question of a flow and what happens around it: how long it waits, what ends it, how often it is repeated.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public abstract class Question<TState>
    where TState : class, new()
{
    private readonly Func<Turn<TState>, string> _prompt;
    private protected readonly WordTable<Func<Turn<TState>, Task>> Ways = new();

    private protected Question(string name, Func<Turn<TState>, string> prompt)
    {
        Name = name;
        _prompt = prompt;
    }

    internal string Name { get; }

    private protected TimeSpan? Patience { get; set; }

    private protected Func<Turn<TState>, Task>? TimedOut { get; set; }

    private protected Func<Turn<TState>, Task>? Cancelled { get; set; }

    private protected Func<Turn<TState>, Task>? GivenUp { get; set; }

    private protected bool CanCancel { get; set; } = true;

    private protected int MostTries { get; set; } = 3;

    private string TimerName => "?" + Name;

    internal Task AskAsync(Turn<TState> turn)
    {
        if (turn.Question is { } open && turn.Flow.Routes.FindQuestion(open.Name) is { } before)
            before.Close(turn);
        var question = new OpenQuestion(Name, turn.Context.NextQuestion(), 0);
        turn.Question = question;
        if (Patience is { } patience)
            turn.Context.SetTimer(turn.Flow.Name, TimerName, patience, Encoding.ASCII.GetBytes(question.Number.ToString(CultureInfo.InvariantCulture)));
        return PutAsync(turn, question, _prompt(turn), page: 0);
    }

    /// <summary>What to do about a message while this question waits; null when it is not about the question.</summary>
    internal Task? TakeMessage(Turn<TState> turn, OpenQuestion open, MessageReceived message)
    {
        if (message is not TextReceived)
            return Reads(message) ? AnswerMessageAsync(turn, open, message) : IsContent(message) && !turn.Flow.Routes.Hears(message) ? RepeatAsync(turn, open, Hint(turn)) : null;
        var text = turn.Text!.Trim();
        if (CanCancel && EngineTexts.IsCancel(text, turn.Locale))
            return CancelAsync(turn);
        if (Ways.FindExact(text, turn.Locale) is { } way)
        {
            Close(turn);
            return way(turn);
        }

        return TakeTextAsync(turn, open, text);
    }

    /// <summary>What to do about a tap on one of its options or pages.</summary>
    internal abstract Task TakeTapAsync(Turn<TState> turn, OpenQuestion open, TapText tap);

    internal Task TakeTimerAsync(Turn<TState> turn, ReadOnlySpan<byte> number)
    {
        if (turn.Question is not { } open || open.Name != Name || number.IsEmpty || !int.TryParse(number, CultureInfo.InvariantCulture, out var asked) || asked != open.Number)
            return Task.CompletedTask;
        Close(turn);
        return TimedOut?.Invoke(turn) ?? Task.CompletedTask;
    }

    private protected abstract Task PutAsync(Turn<TState> turn, OpenQuestion open, string text, int page);

    private protected abstract Task? TakeTextAsync(Turn<TState> turn, OpenQuestion open, string text);

    private protected abstract bool Reads(MessageReceived message);

    private protected abstract Task AnswerMessageAsync(Turn<TState> turn, OpenQuestion open, MessageReceived message);

    /// <summary>What is said before the question is repeated.</summary>
    private protected abstract string Hint(Turn<TState> turn);

    private protected string Prompt(Turn<TState> turn) => _prompt(turn);

    private protected void Close(Turn<TState> turn)
    {
        turn.Question = null;
        if (Patience is not null)
            turn.Context.CancelTimer(turn.Flow.Name, TimerName);
    }

    private protected Task RepeatAsync(Turn<TState> turn, OpenQuestion open, string hint)
    {
        if (open.Tries + 1 >= MostTries)
        {
            Close(turn);
            return GivenUp?.Invoke(turn) ?? turn.Says(turn.Context.EngineText(EngineText.GaveUp));
        }

        turn.Question = open with { Tries = open.Tries + 1 };
        var prompt = _prompt(turn);
        return PutAsync(turn, turn.Question, hint.Length == 0 ? prompt : $"{hint}\n\n{prompt}", page: 0);
    }

    private Task CancelAsync(Turn<TState> turn)
    {
        Close(turn);
        return Cancelled?.Invoke(turn) ?? turn.Says(turn.Context.EngineText(EngineText.Cancelled));
    }

    /// <summary>Something a person says, unlike a reaction or a notice of the platform.</summary>
    private static bool IsContent(MessageReceived message) => message is MediaReceived or LocationReceived or ContactsReceived or OrderReceived or UnsupportedReceived;
}

/// <summary>A question and how its answers are checked.</summary>
/// <typeparam name="TState">The flow's state.</typeparam>
/// <typeparam name="TAnswer">What its handler gets.</typeparam>
public abstract class Question<TState, TAnswer> : Question<TState>
    where TState : class, new()
{
    private readonly Func<Turn<TState>, TAnswer, Task> _handler;
    private readonly List<Func<Turn<TState>, TAnswer, ValueTask<string?>>> _checks = [];
    private string? _hint;

    private protected Question(string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, TAnswer, Task> handler)
        : base(name, prompt) => _handler = handler;

    /// <summary>Which answers will do.</summary>
    /// <param name="does">True for one that does.</param>
    /// <param name="hint">Said before the question is repeated.</param>
    public Question<TState, TAnswer> Valid(Func<TAnswer, bool> does, string hint) => Check((_, answer) => new(does(answer) ? null : hint));

    /// <summary>Which answers will do, with a look at the state or a service.</summary>
    /// <param name="fault">What is wrong with an answer, said before the question is repeated; null when nothing is.</param>
    public Question<TState, TAnswer> Check(Func<Turn<TState>, TAnswer, ValueTask<string?>> fault)
    {
        _checks.Add(fault);
        return this;
    }

    /// <summary>What is said before the question is repeated when the answer is of another kind, such as words instead of a picture. Default: nothing but the question.</summary>
    public Question<TState, TAnswer> Hint(string hint)
    {
        _hint = hint;
        return this;
    }

    /// <summary>How long it waits; a durable timer ends it.</summary>
    /// <param name="patience">From one second.</param>
    /// <param name="handler">Runs when it is over.</param>
    public Question<TState, TAnswer> Within(TimeSpan patience, Func<Turn<TState>, Task> handler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, TimeSpan.FromSeconds(1));
        (Patience, TimedOut) = (patience, handler);
        return this;
    }

    /// <summary>Something else that may be said instead of an answer, such as "skip". It must be the whole message; the question is closed.</summary>
    /// <param name="phrases">Separated by commas.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="language">The only language they mean this in; null for every language.</param>
    public Question<TState, TAnswer> Or(string phrases, Func<Turn<TState>, Task> handler, string? language = null)
    {
        Ways.Add(phrases, handler, language);
        return this;
    }

    /// <summary>Runs when the person cancels, by a word for it in their language or English as the whole message. Default: the engine says so.</summary>
    public Question<TState, TAnswer> Cancel(Func<Turn<TState>, Task> handler)
    {
        Cancelled = handler;
        return this;
    }

    /// <summary>Words for cancelling are answers like any others.</summary>
    public Question<TState, TAnswer> NoCancel()
    {
        CanCancel = false;
        return this;
    }

    /// <summary>How many answers may fail.</summary>
    /// <param name="tries">1 to 100; default 3.</param>
    /// <param name="handler">Runs when that many have. Default: the engine says that it goes on later.</param>
    public Question<TState, TAnswer> Tries(int tries, Func<Turn<TState>, Task>? handler = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tries, 100);
        (MostTries, GivenUp) = (tries, handler);
        return this;
    }

    private protected override string Hint(Turn<TState> turn) => _hint ?? "";

    private protected async Task AnswerAsync(Turn<TState> turn, OpenQuestion open, TAnswer answer)
    {
        foreach (var check in _checks)
        {
            if (await check(turn, answer).ConfigureAwait(false) is { } fault)
            {
                await RepeatAsync(turn, open, fault).ConfigureAwait(false);
                return;
            }
        }

        Close(turn);
        await _handler(turn, answer).ConfigureAwait(false);
    }
}

/// <summary>Answered by writing.</summary>
internal sealed class TextQuestion<TState>(string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, string, Task> handler)
    : Question<TState, string>(name, prompt, handler)
    where TState : class, new()
{
    internal override Task TakeTapAsync(Turn<TState> turn, OpenQuestion open, TapText tap) => turn.GoStaleAsync();

    private protected override Task PutAsync(Turn<TState> turn, OpenQuestion open, string text, int page) => turn.Says(text);

    private protected override Task? TakeTextAsync(Turn<TState> turn, OpenQuestion open, string text) =>
        text.Length == 0 ? RepeatAsync(turn, open, Hint(turn)) : AnswerAsync(turn, open, text);

    private protected override bool Reads(MessageReceived message) => false;

    private protected override Task AnswerMessageAsync(Turn<TState> turn, OpenQuestion open, MessageReceived message) => Task.CompletedTask;
}

/// <summary>Answered by a message of one kind.</summary>
internal sealed class MessageQuestion<TState, TMessage>(
    string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, TMessage, Task> handler, bool asksForPlace)
    : Question<TState, TMessage>(name, prompt, handler)
    where TState : class, new()
    where TMessage : MessageReceived
{
    internal override Task TakeTapAsync(Turn<TState> turn, OpenQuestion open, TapText tap) => turn.GoStaleAsync();

    private protected override Task PutAsync(Turn<TState> turn, OpenQuestion open, string text, int page)
    {
        turn.Reply(asksForPlace ? new LocationRequestMessage(text) : new TextMessage(text));
        return Task.CompletedTask;
    }

    private protected override Task? TakeTextAsync(Turn<TState> turn, OpenQuestion open, string text) =>
        turn.Flow.Routes.Words.Find(text, turn.Locale) is not null ? null : RepeatAsync(turn, open, Hint(turn));

    private protected override bool Reads(MessageReceived message) => message is TMessage;

    private protected override Task AnswerMessageAsync(Turn<TState> turn, OpenQuestion open, MessageReceived message) => AnswerAsync(turn, open, (TMessage)message);
}
