using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// One turn, as middleware sees it; handlers of a flow have it as <see cref="Turn{TState}.Context"/>. Effects are collected and leave together with the state, after
/// everything has run. Used by one piece of code at a time.
/// </summary>
public sealed partial class TurnContext
{
    private readonly TurnInput _input;
    private ConversationDocument? _document;
    private FlowDocument? _current;
    private List<FlowDocument>? _others;
    private List<OutgoingMessage>? _replies;
    private List<TimerEffect>? _timers;
    private List<RaisedEvent>? _events;
    private Dictionary<object, object?>? _items;
    private AsyncServiceScope? _scope;

    internal TurnContext(Bot bot, TurnInput input, CancellationToken aborted)
    {
        Bot = bot;
        _input = input;
        Event = input.Event;
        Aborted = aborted;
        _document = input.Document;
        _current = input.Document?.Current is { Version: 0, Flow.Length: > 0 } ? null : input.Document?.Current;
        Control = input.Document?.Control ?? LaneControl.Bot;
        Locale = input.Document?.Locale ?? input.Store.Locale;
    }

    /// <summary>The store.</summary>
    public StoreProfile Store => _input.Store;

    /// <summary>The person.</summary>
    public CustomerId Customer => _input.Customer;

    /// <summary>What happened.</summary>
    public TurnEvent Event { get; internal set; }

    /// <summary>The message that caused the turn, the first of them when several are handled together; null for timers and events.</summary>
    public MessageReceived? Message => (Event as MessageTurn)?.Message;

    /// <summary>What the person wrote; of several messages handled together, one per line. Null when it was not text.</summary>
    public string? Text => JoinedText ?? (Message as TextReceived)?.Body;

    /// <summary>How many messages the turn answers: more than one after a burst or a downtime.</summary>
    public int Messages { get; internal set; } = 1;

    /// <summary>Why the flow runs.</summary>
    public TurnEntry Entry { get; internal set; }

    /// <summary>The name in the person's profile; null when the platform gave none.</summary>
    public string? ProfileName => Message?.From.ProfileName;

    /// <summary>The time of the turn.</summary>
    public DateTimeOffset Now => _input.Now;

    /// <summary>How many runs of this turn failed before; 0 at first.</summary>
    public int Attempt => _input.Attempt;

    /// <summary>Signalled when the turn must stop: its deadline has passed or its lease is lost. Hand it to every call.</summary>
    public CancellationToken Aborted { get; }

    /// <summary>The customer's language: chosen (<see cref="SetLocale"/>), or the store's.</summary>
    public string Locale { get; private set; }

    /// <summary>Who answers in this conversation.</summary>
    public LaneControl Control { get; internal set; }

    /// <summary>The flow that answers; null until the person's first turn has chosen one.</summary>
    public string? CurrentFlow => _current?.Flow;

    /// <summary>Services of this turn: a scope of its own, made when first asked for and disposed when the turn ends.</summary>
    /// <exception cref="InvalidOperationException">The bot was made without a container.</exception>
    public IServiceProvider Services => (_scope ??= Bot.NewScope()).ServiceProvider;

    /// <summary>For middleware to leave something for a later one.</summary>
    public IDictionary<object, object?> Items => _items ??= [];

    /// <summary>The replies so far.</summary>
    public IReadOnlyList<OutgoingMessage> Replies => _replies ?? (IReadOnlyList<OutgoingMessage>)[];

    /// <summary>The bot's texts, in any language.</summary>
    public BotTexts Texts => Bot.Texts;

    internal Bot Bot { get; }

    internal string? JoinedText { get; set; }

    internal int Handled { get; set; } = 1;

    internal IFlow? Next { get; set; }

    internal TurnEntry NextEntry { get; set; }

    internal IReadOnlyList<TurnEvent> Following => _input.Following;

    internal TapSeal Seal => new(_input.SigningKey, _input.Customer, _input.Now);

    internal ConversationDocument? Document => _document;

    /// <summary>Sends a message after the commit, behind those of earlier replies.</summary>
    /// <exception cref="InvalidMessageException">A limit of the platform is broken; all faults are listed.</exception>
    public void Reply(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Validate() is { Count: > 0 } faults)
            throw new InvalidMessageException(faults);
        (_replies ??= []).Add(message);
    }

    /// <summary>Logs a fact with the commit.</summary>
    public void Raise<T>(string kind, T payload, JsonTypeInfo<T> json) =>
        (_events ??= []).Add(new RaisedEvent(kind, JsonSerializer.SerializeToUtf8Bytes(payload, json)));

    /// <summary>Remembers the customer's language; null goes back to the store's.</summary>
    /// <param name="locale">Such as <c>de</c> or <c>pt-BR</c>.</param>
    public void SetLocale(string? locale)
    {
        Edit(document => document with { Locale = locale });
        Locale = locale ?? Store.Locale;
    }

    /// <summary>A text of the bot's catalogue in the customer's language; see <see cref="BotTexts"/>.</summary>
    /// <param name="key">Which text. For an amount, <c>key.one</c>, <c>key.few</c>, … are chosen by the language's plural rule from the first whole number given.</param>
    /// <param name="arguments">What stands for {0}, {1}, …</param>
    /// <exception cref="InvalidOperationException">No catalogue has it.</exception>
    public string TextOf(string key, params ReadOnlySpan<object?> arguments) => Bot.Texts.Get(Locale, Store.Id, key, arguments);

    /// <summary>
    /// Makes a call to the outside once: its result is journalled before the turn goes on, so that a repeated turn takes the recorded one. Where nothing outlives
    /// the run, as in a test, the call is simply made.
    /// </summary>
    /// <param name="step">Unique in the turn; 1 to 64 characters.</param>
    /// <param name="call">The call.</param>
    /// <param name="json">The result's JSON.</param>
    public async Task<T> Once<T>(string step, Func<CancellationToken, Task<T>> call, JsonTypeInfo<T> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(step);
        ArgumentNullException.ThrowIfNull(call);
        if (_input.Journal is not { } journal)
            return await call(Aborted).ConfigureAwait(false);
        if (journal.TryGet(step, out var recorded))
            return JsonSerializer.Deserialize(recorded.Span, json)!;
        var result = await call(Aborted).ConfigureAwait(false);
        await journal.RecordAsync(step, JsonSerializer.SerializeToUtf8Bytes(result, json), Aborted).ConfigureAwait(false);
        return result;
    }

    /// <summary>The stored document of a flow; null when the person has not been in it.</summary>
    /// <param name="flow">The flow's name.</param>
    public FlowDocument? Load(string flow)
    {
        if (_current?.Flow == flow)
            return _current;
        foreach (var other in (IReadOnlyList<FlowDocument>?)_others ?? _document?.Others ?? [])
        {
            if (other.Flow == flow)
                return other;
        }

        return null;
    }

    /// <summary>Ends a flow's part of the turn.</summary>
    /// <param name="document">What is to be stored for it.</param>
    public void Save(FlowDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_current is null || _current.Flow == document.Flow)
        {
            _current = document;
            return;
        }

        _others ??= [.. _document?.Others ?? []];
        _others.RemoveAll(other => other.Flow == document.Flow);
        _others.Add(document);
    }

    internal void SetTimer(string flow, string name, TimeSpan after, ReadOnlyMemory<byte> payload = default) =>
        (_timers ??= []).Add(new TimerEffect($"{flow}/{name}", Now + after, payload));

    internal void CancelTimer(string flow, string name) => (_timers ??= []).Add(new TimerEffect($"{flow}/{name}", null));

    internal void SetEngineTimer(string name, DateTimeOffset? at) => (_timers ??= []).Add(new TimerEffect(name, at));

    /// <summary>Makes a flow the one that answers; the one before keeps its document.</summary>
    internal void MakeCurrent(string flow)
    {
        if (_current is null || _current.Flow == flow)
            return;
        _others ??= [.. _document?.Others ?? []];
        var index = _others.FindIndex(other => other.Flow == flow);
        var found = index < 0 ? null : _others[index];
        if (index >= 0)
            _others.RemoveAt(index);
        _others.Add(_current);
        _current = found;
    }

    /// <summary>What an unreadable document left; empty when nothing is unreadable.</summary>
    internal ReadOnlyMemory<byte> TakeRemains()
    {
        if (_current is not { Flow.Length: 0 } damaged)
            return default;
        _current = null;
        return damaged.Data;
    }

    internal void Edit(Func<ConversationDocument, ConversationDocument> change) =>
        _document = change(_document ?? new ConversationDocument(_current ?? Empty));

    internal void ReplaceReplies(List<OutgoingMessage> replies) => _replies = replies;

    internal List<OutgoingMessage>? TakeReplies(int from)
    {
        if (_replies is null || _replies.Count <= from)
            return null;
        var taken = _replies[from..];
        _replies.RemoveRange(from, _replies.Count - from);
        return taken;
    }

    internal void DropReplies() => _replies = null;

    internal TurnResult ToResult()
    {
        var current = _current ?? Empty;
        var document = _document is null && _others is null && Control == LaneControl.Bot
            ? new ConversationDocument(current)
            : (_document ?? new ConversationDocument(current)) with { Current = current, Others = _others ?? _document?.Others ?? [], Control = Control };
        return new TurnResult
        {
            Document = document,
            Replies = _replies ?? (IReadOnlyList<OutgoingMessage>)[],
            Timers = _timers ?? (IReadOnlyList<TimerEffect>)[],
            Events = _events ?? (IReadOnlyList<RaisedEvent>)[],
            Handled = Handled,
            Control = Control,
        };
    }

    internal ValueTask DisposeScopeAsync() => _scope is { } scope ? scope.DisposeAsync() : default;

    internal bool HasScope => _scope is not null;

    /// <summary>No flow has run yet: version 0 has no state.</summary>
    private FlowDocument Empty => new(Bot.Main.Name, 0, null, "null"u8.ToArray());
}
