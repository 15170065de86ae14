using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Testing;

/// <summary>
/// One person's conversation with a bot, run turn by turn in memory with a clock that stands still until it is moved. Between turns the conversation goes through its stored form, as if
/// the host had been restarted each time; timers fire when the clock reaches them. Not thread-safe.
/// </summary>
/// <param name="bot">The bot: <c>Bot.Of(new MyFlow())</c>, or from a container.</param>
/// <param name="settings">Who talks to whom; null for the defaults.</param>
public sealed class TestConversation(Bot bot, TestSettings? settings = null)
{
    private readonly TestSettings _settings = settings ?? new TestSettings();
    private readonly Dictionary<string, TimerEffect> _timers = new(StringComparer.Ordinal);
    private readonly List<OutgoingMessage> _sent = [];
    private readonly CustomerId _customer = CustomerId.New();
    private StoreProfile? _store;
    private byte[]? _stored;
    private int _lastMessage;
    private bool _crashNext;
    private TimeSpan _down;

    /// <summary>The time of the next turn.</summary>
    public DateTimeOffset Now { get; private set; } = settings?.Now ?? new TestSettings().Now;

    /// <summary>What the last turn sent, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Replies { get; private set; } = [];

    /// <summary>What the last turn logged.</summary>
    public IReadOnlyList<RaisedEvent> Events { get; private set; } = [];

    /// <summary>Everything the bot has sent, oldest first.</summary>
    public IReadOnlyList<OutgoingMessage> Sent => _sent;

    /// <summary>The conversation as it is stored; null before the first turn.</summary>
    public ConversationDocument? Document => _stored is null ? null : ConversationDocument.Read(_stored);

    /// <summary>Timers that are set, by name, with the time they fire.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Timers => _timers.ToDictionary(timer => timer.Key, timer => timer.Value.DueAt!.Value);

    private StoreProfile Store => _store ??= new StoreProfile(
        StoreId.New(_settings.Now), _settings.ShopDomain, _settings.StoreName, _settings.WelcomeMessage, _settings.Currency, _settings.Locale);

    /// <summary>The state of a flow as it is stored.</summary>
    /// <param name="flow">The flow's name.</param>
    /// <param name="json">The state's JSON.</param>
    /// <returns>Null when the person has not been in it.</returns>
    public T? StateOf<T>(string flow, JsonTypeInfo<T> json)
        where T : class =>
        Document is { } document && document.Others.Prepend(document.Current).FirstOrDefault(one => one.Flow == flow) is { } found
            ? JsonSerializer.Deserialize(found.Data.Span, json)
            : null;

    /// <summary>Goes on from a document that was stored before, such as one an older version of the flow wrote.</summary>
    /// <param name="document">The stored form.</param>
    public void Resume(ReadOnlySpan<byte> document) => _stored = document.ToArray();

    /// <summary>The next turn is run twice, the first time in vain: the host dies before it is stored. Its outside calls that went through <c>Once</c> are not repeated.</summary>
    public void CrashNext() => _crashNext = true;

    /// <summary>What the person does next has to wait this long for its turn, because the host is down.</summary>
    public void DownNext(TimeSpan time) => _down = time;

    /// <summary>The person writes; several texts wait together, as after a burst.</summary>
    public Task SayAsync(params IReadOnlyList<string> texts) => RunAllAsync([.. texts.Select(text => (TurnEvent)new MessageTurn(FromPerson(TestMessages.Text(NextId(), Now, _settings.ProfileName, text))))]);

    /// <summary>The person sends a message of any kind.</summary>
    /// <param name="message">See <see cref="TestMessages"/>.</param>
    public Task SendAsync(MessageReceived message) => RunAllAsync([new MessageTurn(message)]);

    /// <summary>The person sends a message of a kind that is named, such as <c>image</c> or <c>location</c>.</summary>
    public Task SendAsync(string kind) => SendAsync(FromPerson(TestMessages.OfKind(NextId(), Now, _settings.ProfileName, kind)));

    /// <summary>The person taps the button or row of this title in the newest message that has one.</summary>
    /// <param name="title">The title.</param>
    /// <param name="older">How many buttons of that title and another meaning lie in between: 1 for the one before the newest.</param>
    /// <exception cref="InvalidOperationException">No message has one.</exception>
    public Task TapAsync(string title, int older = 0)
    {
        var ids = _sent.AsEnumerable().Reverse().SelectMany(MessageRendering.Choices).Where(choice => choice.Title == title).Select(choice => choice.Id).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count > older
            ? TapIdAsync(ids[older])
            : throw new InvalidOperationException($"There is nothing to tap that says '{title}'{(older > 0 ? " so far back" : "")}.");
    }

    /// <summary>The person taps a button with this id.</summary>
    public Task TapIdAsync(string id) => SendAsync(FromPerson(TestMessages.Tap(NextId(), Now, _settings.ProfileName, id)));

    /// <summary>Something happens elsewhere that concerns the person.</summary>
    /// <param name="kind">Such as <c>order.paid</c>.</param>
    /// <param name="payload">JSON.</param>
    public Task HappensAsync(string kind, ReadOnlyMemory<byte> payload) => RunAllAsync([new ExternalTurn(kind, payload)]);

    /// <summary>Moves the clock; timers that become due on the way fire in order, each in a turn of its own. <see cref="Replies"/> and <see cref="Events"/> are those of all of them.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        var (replies, events) = (new List<OutgoingMessage>(), new List<RaisedEvent>());
        while (_timers.Values.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt) is { } due)
        {
            _timers.Remove(due.Name);
            Now = due.DueAt > Now ? due.DueAt.Value : Now;
            await RunAsync([new TimerTurn(due.Name, due.Payload)]).ConfigureAwait(false);
            replies.AddRange(Replies);
            events.AddRange(Events);
        }

        Now = until;
        (Replies, Events) = (replies, events);
    }

    private async Task RunAllAsync(IReadOnlyList<TurnEvent> waiting)
    {
        (Now, _down) = (Now + _down, TimeSpan.Zero);
        var (replies, events) = (new List<OutgoingMessage>(), new List<RaisedEvent>());
        for (var left = waiting; left.Count > 0;)
        {
            var handled = await RunAsync(left).ConfigureAwait(false);
            replies.AddRange(Replies);
            events.AddRange(Events);
            left = [.. left.Skip(handled)];
        }

        (Replies, Events) = (replies, events);
    }

    private async Task<int> RunAsync(IReadOnlyList<TurnEvent> waiting)
    {
        var input = new TurnInput
        {
            Store = Store,
            Customer = _customer,
            Event = waiting[0],
            Following = [.. waiting.Skip(1)],
            Document = Document,
            Now = Now,
            Journal = new TestJournal(),
            SigningKey = _settings.SigningKey,
        };
        if (_crashNext)
        {
            _crashNext = false;
            await bot.RunAsync(input).ConfigureAwait(false);
            input = input with { Document = Document };
        }

        var result = await bot.RunAsync(input).ConfigureAwait(false);
        foreach (var timer in result.Timers)
        {
            if (timer.DueAt is null)
                _timers.Remove(timer.Name);
            else
                _timers[timer.Name] = timer;
        }

        _stored = result.Document.ToUtf8Bytes();
        _sent.AddRange(result.Replies);
        (Replies, Events) = (result.Replies, result.Events);
        return result.Handled;
    }

    private string NextId() => $"wamid.test.{++_lastMessage}";

    private sealed class TestJournal : IStepJournal
    {
        private readonly Dictionary<string, ReadOnlyMemory<byte>> _steps = new(StringComparer.Ordinal);

        public bool TryGet(string step, out ReadOnlyMemory<byte> result) => _steps.TryGetValue(step, out result);

        public ValueTask RecordAsync(string step, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
        {
            _steps.TryAdd(step, result);
            return default;
        }
    }

    private MessageReceived FromPerson(MessageReceived message) => message with { From = message.From with { WaId = _settings.Phone } };
}
