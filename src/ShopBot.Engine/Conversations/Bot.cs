using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// The flows of a bot with what stands around them: a turn goes in as a value and comes out as one. Needs no server and no storage, so it is what tests run; the engine runs the same.
/// </summary>
public sealed partial class Bot
{
    private const int MostHops = 8;
    private readonly IFlow[] _flows;
    private readonly IOutgoingMiddleware[] _outgoing;
    private readonly TurnDelegate _pipeline;
    private readonly IServiceScopeFactory? _scopes;
    private readonly OptOutWords _optOut;

    internal Bot(BotParts parts)
    {
        _flows = [.. parts.Flows];
        if (_flows.Length == 0)
            throw new InvalidOperationException("ShopBot needs a flow: call AddShopBot().AddFlow<TFlow>().");
        foreach (var flow in _flows)
        {
            if (_flows.Any(other => other != flow && other.Name == flow.Name))
                throw new InvalidOperationException($"Two flows are called '{flow.Name}'.");
            flow.Prepare();
        }

        _outgoing = [.. parts.Outgoing];
        _scopes = parts.Scopes;
        _optOut = new OptOutWords(parts.OptOut);
        Controls = new LaneControls(_optOut, parts.HandOff);
        Texts = new BotTexts(parts.Texts);
        Assistant = parts.Assistant;
        _pipeline = parts.Middleware.Reverse().Aggregate((TurnDelegate)DispatchAsync, static (next, middleware) => turn => middleware.InvokeAsync(turn, next));
    }

    /// <summary>The bot's texts.</summary>
    public BotTexts Texts { get; }

    internal IFlow Main => _flows[0];

    internal LaneControls Controls { get; }

    internal IAssistant? Assistant { get; }

    /// <summary>A bot of these flows and nothing else; the first is where people begin.</summary>
    public static Bot Of(params IEnumerable<IFlow> flows) => new(new BotParts { Flows = [.. flows] });

    /// <summary>How long to wait before the turn, because its person may still be writing; zero to run it now.</summary>
    public TimeSpan SettleTime(TurnInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Event is not MessageTurn { Message: TextReceived } || input.Attempt > 0 || input.Document is { Control: not LaneControl.Bot })
            return TimeSpan.Zero;
        var window = (Find(input.Document?.Current.Flow) ?? Main).CoalesceWindow;
        return window > TimeSpan.Zero && input.Following.All(next => next is MessageTurn { Message: TextReceived }) ? window : TimeSpan.Zero;
    }

    /// <summary>Runs one turn. Collects effects and changes nothing outside; may be called again with the same input.</summary>
    /// <param name="input">The event, the state and who it is about.</param>
    /// <param name="cancellationToken">The turn's deadline, or the loss of its lease.</param>
    /// <exception cref="NewerConversationException">The conversation was written by a newer version.</exception>
    public ValueTask<TurnResult> RunAsync(TurnInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var turn = new TurnContext(this, input, cancellationToken);
        ValueTask run;
        try
        {
            run = Controls.Take(turn) ? default : _pipeline(turn);
        }
        catch (Exception e) when (turn.HasScope)
        {
            // What was thrown before the first await: the scope ends all the same.
            run = ValueTask.FromException(e);
        }

        return run.IsCompletedSuccessfully && !turn.HasScope && _outgoing.Length == 0 ? new(turn.ToResult()) : EndAsync(run, turn);
    }

    /// <summary>Whether any flow has a route for an event.</summary>
    internal bool Takes(TurnEvent occurred) => Array.Exists(_flows, flow => flow.Takes(occurred));

    /// <summary>
    /// One conversation of two that turned out to be one person's. The first goes on; a flow that is only in the other comes along, and one that is in both says what becomes of its states
    /// (<see cref="FlowMap{TState}.Merge"/>). Who asked not to be written to in either is not written to.
    /// </summary>
    internal ConversationDocument? Merge(ConversationDocument? mine, ConversationDocument? theirs)
    {
        if (mine is null || theirs is null)
            return mine ?? theirs;

        FlowDocument[] all = [theirs.Current, .. theirs.Others];
        return mine with
        {
            Current = Merge(mine.Current, all),
            Others = [.. mine.Others.Select(one => Merge(one, all)), .. all.Where(one => one.Flow != mine.Current.Flow && mine.Others.All(known => known.Flow != one.Flow))],
            Locale = mine.Locale ?? theirs.Locale,
            Control = (LaneControl)Math.Max((int)mine.Control, (int)theirs.Control),
            HandBackAt = mine.HandBackAt ?? theirs.HandBackAt,
            HandBackIdle = mine.HandBackIdle ?? theirs.HandBackIdle,
            OptedOut = mine.OptedOut || theirs.OptedOut,
            Held = [.. theirs.Held, .. mine.Held],
        };
    }

    private FlowDocument Merge(FlowDocument mine, FlowDocument[] theirs) =>
        Array.Find(theirs, one => one.Flow == mine.Flow) is { } other && Find(mine.Flow) is { } flow ? flow.Merge(mine, other) : mine;

    internal AsyncServiceScope NewScope() => _scopes?.CreateAsyncScope()
        ?? throw new InvalidOperationException("This bot was made without a container, so its turns have no services: register it with AddShopBot().");

    internal IFlow? Find(ReadOnlySpan<char> name)
    {
        foreach (var flow in _flows)
        {
            if (name.SequenceEqual(flow.Name))
                return flow;
        }

        return null;
    }

    internal IFlow FlowOf<TFlow>()
        where TFlow : IFlow => _flows.OfType<TFlow>().FirstOrDefault() is { } flow
            ? flow
            : throw new InvalidOperationException($"{typeof(TFlow).Name} is not a flow of this bot: call AddShopBot().AddFlow<{typeof(TFlow).Name}>().");

    internal string? WriteTap<TTap>(TTap tap, in TapSeal seal, int most)
    {
        foreach (var flow in _flows)
        {
            if (flow is IRoutedFlow routed && routed.TryWriteTap(tap, seal, most) is { } id)
                return id;
        }

        return null;
    }

    private async ValueTask<TurnResult> EndAsync(ValueTask run, TurnContext turn)
    {
        try
        {
            await run.ConfigureAwait(false);
            if (_outgoing.Length > 0 && turn.Replies.Count > 0)
                await SendThroughMiddlewareAsync(turn).ConfigureAwait(false);
            return turn.ToResult();
        }
        finally
        {
            await turn.DisposeScopeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>What a bot is made of.</summary>
internal sealed class BotParts
{
    public required IReadOnlyList<IFlow> Flows { get; init; }

    public IEnumerable<ITurnMiddleware> Middleware { get; init; } = [];

    public IEnumerable<IOutgoingMiddleware> Outgoing { get; init; } = [];

    public IEnumerable<ITextSource> Texts { get; init; } = [];

    public IAssistant? Assistant { get; init; }

    public OptOutOptions OptOut { get; init; } = new();

    public HandOffOptions HandOff { get; init; } = new();

    public IServiceScopeFactory? Scopes { get; init; }
}
