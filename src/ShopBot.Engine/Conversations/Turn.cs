using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
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
public sealed partial class Turn<TState>
    where TState : class, new()
{
    private readonly Flow<TState> _flow;

    internal Turn(TurnContext context, Flow<TState> flow, TState state, FlowDocument? stored)
    {
        Context = context;
        _flow = flow;
        State = state;
        Step = stored?.Step;
        Question = stored?.Question;
        IsNew = stored is null;
    }

    /// <summary>The flow's state. Set it to change it.</summary>
    public TState State { get; set; }

    /// <summary>The step the person is in; null outside any.</summary>
    public string? Step { get; internal set; }

    /// <summary>True in a person's first turn with this flow.</summary>
    public bool IsNew { get; internal set; }

    /// <summary>The turn as a whole, beyond this flow.</summary>
    public TurnContext Context { get; }

    /// <inheritdoc cref="TurnContext.Store" />
    public StoreProfile Store => Context.Store;

    /// <inheritdoc cref="TurnContext.Customer" />
    public CustomerId Customer => Context.Customer;

    /// <inheritdoc cref="TurnContext.ProfileName" />
    public string? ProfileName => Context.ProfileName;

    /// <inheritdoc cref="TurnContext.Message" />
    public MessageReceived? Message => Context.Message;

    /// <inheritdoc cref="TurnContext.Text" />
    public string? Text => Context.Text;

    /// <inheritdoc cref="TurnContext.Messages" />
    public int Messages => Context.Messages;

    /// <inheritdoc cref="TurnContext.Locale" />
    public string Locale => Context.Locale;

    /// <inheritdoc cref="TurnContext.Now" />
    public DateTimeOffset Now => Context.Now;

    /// <inheritdoc cref="TurnContext.Aborted" />
    public CancellationToken Aborted => Context.Aborted;

    internal OpenQuestion? Question { get; set; }

    internal Flow<TState> Flow => _flow;

    private TapCodec Codec => _flow.Codec;

    /// <summary>Sends a message after the commit, behind those of earlier replies.</summary>
    /// <exception cref="InvalidMessageException">A limit of the platform is broken; all faults are listed.</exception>
    public void Reply(OutgoingMessage message) => Context.Reply(message);

    /// <summary>Sends a text; see <see cref="Reply"/>.</summary>
    /// <returns>A completed task, so that a handler may end with it.</returns>
    public Task Says(string text)
    {
        Context.Reply(new TextMessage(text));
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="TurnContext.TextOf" />
    public string TextOf(string key, params ReadOnlySpan<object?> arguments) => Context.TextOf(key, arguments);

    /// <summary>A service of this turn's own scope. Services that live as long as the host may also come by the flow's constructor.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public T Service<T>()
        where T : notnull => Context.Services.GetRequiredService<T>();

    /// <summary>A reply button that comes back as this tap.</summary>
    /// <param name="title">At most 20 characters.</param>
    /// <param name="tap">The payload, of a type routed by this flow or by another of the bot; its JSON must fit into 256 characters together with the flow's name.</param>
    /// <exception cref="InvalidOperationException">No route takes the tap, or it is too long.</exception>
    public ReplyButton Button<TTap>(string title, TTap tap) => new(Id(tap, TapCodec.MaxButtonId), title);

    /// <summary>A list row that comes back as this tap.</summary>
    /// <param name="title">At most 24 characters.</param>
    /// <param name="tap">The payload, of a type routed by this flow or by another of the bot; its JSON must fit into 200 characters together with the flow's name.</param>
    /// <param name="description">At most 72 characters.</param>
    /// <exception cref="InvalidOperationException">No route takes the tap, or it is too long.</exception>
    public ListRow Row<TTap>(string title, TTap tap, string? description = null) => new(Id(tap, TapCodec.MaxRowId), title, description);

    /// <summary>Asks a question of the flow (<c>on.AskText</c>, …) and waits for its answer, across restarts and deployments. It takes the place of an earlier one.</summary>
    /// <param name="question">The question's name.</param>
    /// <exception cref="InvalidOperationException">The flow has no such question.</exception>
    public Task Ask(string question) => _flow.Routes.Question(question).AskAsync(this);

    /// <summary>Does what a button with this tap would do, at once: so one part of a flow shows what another part answers for.</summary>
    /// <typeparam name="TTap">A tap routed by this flow.</typeparam>
    /// <param name="tap">The tap.</param>
    /// <exception cref="InvalidOperationException">No route takes it.</exception>
    public Task Follow<TTap>(TTap tap) => _flow.Routes.TapsByType.TryGetValue(typeof(TTap), out var handler)
        ? ((Func<Turn<TState>, TTap, Task>)handler)(this, tap)
        : throw new InvalidOperationException($"No route takes the tap {TapCodec.NameOf<TTap>()}: add on.Tap<{TapCodec.NameOf<TTap>()}>(…) to flow '{_flow.Name}'.");

    /// <summary>Does what the button or row with this id would do; one of an older version, of another flow or one that has ended goes to <c>Stale</c>.</summary>
    /// <param name="id">The id of a button that a message of the conversation offered.</param>
    public Task FollowId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FlowRouter.TapAsync(_flow.Routes, this, id);
    }

    /// <summary>Goes to a step; its routes are tried first from the next message on. Null leaves steps.</summary>
    public void GoTo(string? step) => Step = step;

    /// <summary>Goes to another flow of the bot: after this handler its <c>Start</c> runs in the same turn, and later messages are its. This flow's state waits.</summary>
    /// <typeparam name="TFlow">Registered with <c>AddFlow</c>.</typeparam>
    public void GoTo<TFlow>()
        where TFlow : IFlow
    {
        Context.Next = Context.Bot.FlowOf<TFlow>();
        Context.NextEntry = TurnEntry.Entered;
    }

    /// <summary>Goes back to the flow that went to this one, or to the bot's first: after this handler its <c>Returned</c> route runs in the same turn.</summary>
    public void Return()
    {
        Context.Next = Context.Bot.Find(Context.Document?.Caller) ?? Context.Bot.Main;
        Context.NextEntry = TurnEntry.Returned;
    }

    /// <inheritdoc cref="TurnContext.HandOff" />
    public void HandOff(string? reason = null, TimeSpan? idle = null, TimeSpan? atMost = null) => Context.HandOff(reason, idle, atMost);

    /// <summary>Sets a timer of this flow; setting it again replaces it.</summary>
    /// <param name="name">At most 40 characters.</param>
    /// <param name="after">From now.</param>
    public void SetTimer(string name, TimeSpan after)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 40, nameof(name));
        Context.SetTimer(_flow.Name, name, after);
    }

    /// <summary>Cancels a timer of this flow.</summary>
    public void CancelTimer(string name) => Context.CancelTimer(_flow.Name, name);

    /// <inheritdoc cref="TurnContext.Raise" />
    public void Raise<T>(string kind, T payload, JsonTypeInfo<T> json) => Context.Raise(kind, payload, json);

    /// <summary>Logs a fact with the commit; its type is known to the flow's JSON context.</summary>
    public void Raise<T>(string kind, T payload) => Context.Raise(kind, payload, Codec.InfoOf<T>());

    /// <inheritdoc cref="TurnContext.Once" />
    /// <typeparam name="T">The result's type, known to the flow's JSON context.</typeparam>
    public Task<T> Once<T>(string step, Func<CancellationToken, Task<T>> call) => Context.Once(step, call, Codec.InfoOf<T>());

    internal Task GoStaleAsync() => (_flow.Routes.StaleHandler ?? _flow.Routes.OtherwiseHandler)?.Invoke(this) ?? Task.CompletedTask;

    private string Id<TTap>(TTap tap, int most)
    {
        if (_flow.Routes.Taps.TryGetValue(TapCodec.NameOf<TTap>(), out var route))
            return Codec.Write(tap, route.Terms, Context.Seal, most);
        return Context.Bot.WriteTap(tap, Context.Seal, most) ?? throw new InvalidOperationException(
            $"No route takes the tap {TapCodec.NameOf<TTap>()}: add on.Tap<{TapCodec.NameOf<TTap>()}>(…) to flow '{_flow.Name}'.");
    }
}
