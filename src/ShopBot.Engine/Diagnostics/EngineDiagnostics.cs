using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ShopBot.Engine.Diagnostics;

/// <summary>The names under which the engine reports traces and metrics.</summary>
public static class EngineDiagnostics
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "ShopBot.Engine";

    /// <summary>An append of webhook events, from the call to its commit.</summary>
    public const string AppendActivity = "shopbot.inbox.append";

    /// <summary>A turn: the flow's run, without its commit.</summary>
    public const string TurnActivity = "shopbot.turn";

    /// <summary>The commit of a turn.</summary>
    public const string CommitActivity = "shopbot.turn.commit";

    /// <summary>A send, from the committed intent to the platform's answer.</summary>
    public const string SendActivity = "shopbot.outbox.send";

    /// <summary>The commit of a send's outcome.</summary>
    public const string CloseActivity = "shopbot.outbox.close";

    /// <summary>The delivery of one domain event to its handlers.</summary>
    public const string EventActivity = "shopbot.event.deliver";

    internal static readonly ActivitySource Source = new(Name);

    internal static Activity? Start(string name, string? traceParent = null)
    {
        if (!Source.HasListeners())
            return null;
        return traceParent is not null && ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, ActivityKind.Internal, parent)
            : Source.StartActivity(name);
    }
}

/// <summary>What the engine counts. Tags never name a person or a store.</summary>
internal sealed class EngineMetrics
{
    private readonly Counter<long> _events;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _sends;
    private readonly Counter<long> _windowClosed;
    private readonly Counter<long> _maybeDuplicates;
    private readonly Counter<long> _staleCommits;
    private readonly Histogram<double> _turnDuration;

    public EngineMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(EngineDiagnostics.Name);
        _events = meter.CreateCounter<long>("shopbot.inbox.events", "{event}", "Events offered to the inbox, by outcome.");
        _deliveries = meter.CreateCounter<long>("shopbot.event.deliveries", "{event}", "Deliveries of domain events to their handlers, by outcome.");
        _parked = meter.CreateCounter<long>("shopbot.turn.parked", "{event}", "Events given up after repeated failures.");
        _sends = meter.CreateCounter<long>("shopbot.outbox.sends", "{message}", "Attempts to send, by outcome.");
        _windowClosed = meter.CreateCounter<long>("shopbot.outbox.window_closed", "{message}", "Free-form messages whose customer service window had closed.");
        _maybeDuplicates = meter.CreateCounter<long>("shopbot.outbox.maybe_duplicates", "{message}", "Messages sent again after an unknown outcome.");
        _staleCommits = meter.CreateCounter<long>("shopbot.turn.stale", "{turn}", "Turns refused by their fence.");
        _turnDuration = meter.CreateHistogram<double>("shopbot.turn.duration", "s", "Time a flow took.");
    }

    public void EventOffered(string outcome) => _events.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void EventDelivered(string outcome) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void EventParked() => _parked.Add(1);

    public void SendEnded(string outcome) => _sends.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void WindowClosed() => _windowClosed.Add(1);

    public void SentAgain() => _maybeDuplicates.Add(1);

    public void TurnRefused() => _staleCommits.Add(1);

    public void TurnEnded(TimeSpan duration, string flow) => _turnDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("flow", flow));
}
