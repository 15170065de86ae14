using System.Diagnostics;
using System.Diagnostics.Metrics;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Diagnostics;

/// <summary>
/// What the engine counts: by the semantic conventions for messaging and databases where there are some, by our own names where not. Tags never name a person or a store.
/// docs/operations/metrics.md says what each means.
/// </summary>
internal sealed class EngineMetrics
{
    private static readonly KeyValuePair<string, object?> System = new("messaging.system", "whatsapp");

    private readonly Counter<long> _events;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _sends;
    private readonly Counter<long> _windowClosed;
    private readonly Counter<long> _maybeDuplicates;
    private readonly Counter<long> _staleCommits;
    private readonly Counter<long> _statuses;
    private readonly Counter<long> _priced;
    private readonly Counter<long> _sentMessages;
    private readonly Counter<long> _consumedMessages;
    private readonly Histogram<double> _flowDuration;
    private readonly Histogram<double> _turnDuration;
    private readonly Histogram<double> _turnAge;
    private readonly Histogram<double> _sendDuration;
    private readonly Histogram<double> _storageDuration;
    private readonly Histogram<long> _groupSize;
    private double _oldestAge;

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
        _statuses = meter.CreateCounter<long>("shopbot.outbox.statuses", "{status}", "Delivery statuses heard, by status.");
        _priced = meter.CreateCounter<long>("shopbot.outbox.priced", "{message}", "Messages whose price the platform told, by category and whether they are billed.");
        _sentMessages = meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages that the platform took.");
        _consumedMessages = meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}", "Events that had their turn.");
        _flowDuration = meter.CreateHistogram<double>("shopbot.turn.duration", "s", "Time a flow took.");
        _turnDuration = meter.CreateHistogram<double>("messaging.process.duration", "s", "Time of a turn, from its start to its commit.");
        _turnAge = meter.CreateHistogram<double>("shopbot.turn.age", "s", "Age of an event, by the platform's clock, when its turn begins.");
        _sendDuration = meter.CreateHistogram<double>("messaging.client.operation.duration", "s", "Time from the call to the platform's answer.");
        _storageDuration = meter.CreateHistogram<double>("db.client.operation.duration", "s", "Time of one call to the storage: its round trips and its commit.");
        _groupSize = meter.CreateHistogram<long>("shopbot.storage.group_size", "{item}", "How many items one call to the storage carried.");
        meter.CreateObservableGauge("shopbot.lane.oldest_age", () => Volatile.Read(ref _oldestAge), "s", "Since when the conversation that has waited longest for its turn is ready.");
    }

    public void EventOffered(string outcome) => _events.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void EventDelivered(string outcome) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void EventParked() => _parked.Add(1);

    public void SendEnded(string outcome, TimeSpan duration)
    {
        _sends.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _sendDuration.Record(duration.TotalSeconds, System, new KeyValuePair<string, object?>("messaging.operation.name", "send"), new KeyValuePair<string, object?>("outcome", outcome));
        if (outcome == "sent")
            _sentMessages.Add(1, System, new KeyValuePair<string, object?>("messaging.operation.name", "send"));
    }

    public void WindowClosed() => _windowClosed.Add(1);

    public void SentAgain() => _maybeDuplicates.Add(1);

    public void TurnRefused() => _staleCommits.Add(1);

    /// <summary>A status was heard for the first time.</summary>
    public void StatusHeard(StatusAppend status)
    {
        _statuses.Add(1, new KeyValuePair<string, object?>("status", NameOf(status.Status)));
        if (status is { Status: DeliveryStatus.Sent or DeliveryStatus.Delivered, Price: { } price })
            _priced.Add(1, new KeyValuePair<string, object?>("category", price.Category), new KeyValuePair<string, object?>("billable", price.Billable), new KeyValuePair<string, object?>("status", NameOf(status.Status)));
    }

    public void TurnEnded(TimeSpan duration, string flow) => _flowDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("flow", flow));

    public void TurnBegan(TimeSpan age) => _turnAge.Record(Math.Max(0, age.TotalSeconds));

    public void TurnCommitted(TimeSpan duration, long events)
    {
        _turnDuration.Record(duration.TotalSeconds, System, new KeyValuePair<string, object?>("messaging.operation.name", "process"));
        _consumedMessages.Add(events, System, new KeyValuePair<string, object?>("messaging.operation.name", "process"));
    }

    public void StorageCalled(string operation, TimeSpan duration, int items, string? fault = null)
    {
        var tags = new TagList { { "db.operation.name", operation } };
        if (fault is not null)
            tags.Add("error.type", fault);
        _storageDuration.Record(duration.TotalSeconds, tags);
        _groupSize.Record(items, new KeyValuePair<string, object?>("db.operation.name", operation));
    }

    public void Swept(TimeSpan oldestAge) => Volatile.Write(ref _oldestAge, Math.Max(0, oldestAge.TotalSeconds));

    private static string NameOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.Delivered => "delivered",
        DeliveryStatus.Read => "read",
        DeliveryStatus.Played => "played",
        DeliveryStatus.Failed => "failed",
        _ => "none",
    };
}
