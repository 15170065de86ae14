using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// One turn of a conversation, as a handler sees it. Effects are collected and leave together with the state, after the handler has returned.
/// Used by one handler at a time.
/// </summary>
/// <typeparam name="TState">The flow's state.</typeparam>
public sealed class Turn<TState>
    where TState : class, new()
{
    private readonly TurnInput _input;
    private readonly List<OutgoingMessage> _replies = [];
    private readonly List<TimerEffect> _timers = [];
    private readonly List<RaisedEvent> _events = [];

    internal Turn(TurnInput input, TapCodec codec, TState state, string? step, bool isNew, CancellationToken aborted)
    {
        _input = input;
        Codec = codec;
        State = state;
        Step = step;
        IsNew = isNew;
        Aborted = aborted;
    }

    /// <summary>The flow's state. Set it to change it.</summary>
    public TState State { get; set; }

    /// <summary>The step the person is in; null outside any.</summary>
    public string? Step { get; private set; }

    /// <summary>True in a person's first turn.</summary>
    public bool IsNew { get; }

    /// <summary>The store.</summary>
    public StoreProfile Store => _input.Store;

    /// <summary>The person.</summary>
    public CustomerId Customer => _input.Customer;

    /// <summary>The name in the person's profile; null when the platform gave none.</summary>
    public string? ProfileName => (_input.Event as MessageTurn)?.Message.From.ProfileName;

    /// <summary>The message that caused the turn; null for timers and events.</summary>
    public MessageReceived? Message => (_input.Event as MessageTurn)?.Message;

    /// <summary>The time of the turn.</summary>
    public DateTimeOffset Now => _input.Now;

    /// <summary>Signalled when the turn must stop: its deadline has passed or its lease is lost. Hand it to every call.</summary>
    public CancellationToken Aborted { get; }

    internal TapCodec Codec { get; }

    /// <summary>Sends a message after the commit, behind those of earlier replies.</summary>
    /// <exception cref="InvalidMessageException">A limit of the platform is broken; all faults are listed.</exception>
    public void Reply(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Validate() is { Count: > 0 } faults)
            throw new InvalidMessageException(faults);
        _replies.Add(message);
    }

    /// <summary>Sends a text; see <see cref="Reply"/>.</summary>
    /// <returns>A completed task, so that a handler may end with it.</returns>
    public Task Says(string text)
    {
        Reply(new TextMessage(text));
        return Task.CompletedTask;
    }

    /// <summary>A reply button that comes back as this tap.</summary>
    /// <param name="title">At most 20 characters.</param>
    /// <param name="tap">The payload; its JSON must fit into 200 characters.</param>
    /// <typeparam name="TTap">The payload's type, known to the flow's JSON context.</typeparam>
    public ReplyButton Button<TTap>(string title, TTap tap) => new(Codec.Write(tap), title);

    /// <summary>A list row that comes back as this tap.</summary>
    /// <param name="title">At most 24 characters.</param>
    /// <param name="tap">The payload; its JSON must fit into 200 characters.</param>
    /// <param name="description">At most 72 characters.</param>
    /// <typeparam name="TTap">The payload's type, known to the flow's JSON context.</typeparam>
    public ListRow Row<TTap>(string title, TTap tap, string? description = null) => new(Codec.Write(tap), title, description);

    /// <summary>Goes to a step; its routes are tried first from the next message on. Null leaves steps.</summary>
    public void GoTo(string? step) => Step = step;

    /// <summary>Sets a timer of this conversation; setting it again replaces it.</summary>
    public void SetTimer(string name, TimeSpan after) => _timers.Add(new TimerEffect(name, Now + after));

    /// <summary>Cancels a timer of this conversation.</summary>
    public void CancelTimer(string name) => _timers.Add(new TimerEffect(name, null));

    /// <summary>Logs a fact with the commit.</summary>
    public void Raise<T>(string kind, T payload, JsonTypeInfo<T> json) => _events.Add(new RaisedEvent(kind, JsonSerializer.SerializeToUtf8Bytes(payload, json)));

    internal Task GoStaleAsync(FlowMap<TState> map) => (map.StaleHandler ?? map.OtherwiseHandler)?.Invoke(this) ?? Task.CompletedTask;

    internal TurnResult ToResult(ConversationDocument document) => new() { Document = document, Replies = _replies, Timers = _timers, Events = _events };
}
