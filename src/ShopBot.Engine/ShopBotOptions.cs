using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine;

/// <summary>Settings of the engine. Validated at start.</summary>
public sealed class ShopBotOptions
{
    /// <summary>App secrets of the platform's own Meta app, for stores that use it. Several, so that one can be replaced while messages flow.</summary>
    public IList<string> PlatformAppSecrets { get; } = [];

    /// <summary>How long a host holds a lane without renewing. Longer than a send may take (5 s): 6 s to 5 min; default 10 s. A dead host's customers wait this long.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one turn may run. 100 ms to 10 min; default 30 s.</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many turns run at once on this host. 1 to 10,000; default 64.</summary>
    public int MaxConcurrentTurns { get; set; } = 64;

    /// <summary>
    /// The largest part of this host's turns (and of its sends) that one store may have at once, so that a noisy store leaves room for others. Above 0 to 1; default 0.5.
    /// </summary>
    public double MaxStoreShare { get; set; } = 0.5;

    /// <summary>Weights of stores by their id: a store of weight 2 may have twice <see cref="MaxStoreShare"/>, one of weight 0.1 a tenth of it. Null: all weigh 1.</summary>
    public Func<StoreId, double>? StoreWeight { get; set; }

    /// <summary>How many events may wait to be stored before webhooks are answered with 503. 1 to 1,000,000; default 10,000.</summary>
    public int MaxWaitingEvents { get; set; } = 10_000;

    /// <summary>
    /// How many events or turns may share one commit. 1 to 512; default 512. 1 makes every webhook and every turn commit alone, which is slower and only good for measuring what grouping is worth.
    /// </summary>
    public int MaxCommitGroup { get; set; } = 512;

    /// <summary>How often a failing turn is run before its message is parked. 1 to 100; default 3.</summary>
    public int MaxTurnAttempts { get; set; } = 3;

    /// <summary>Time before the second run of a failing turn; doubled each time. 0 to 10 min; default 500 ms.</summary>
    public TimeSpan TurnRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What the customer is told when a message is parked.</summary>
    public string Apology { get; set; } = "Sorry, something went wrong on our side and I could not handle your last message. Please try again.";

    /// <summary>When a message is marked read and "typing" is shown: each costs a call.</summary>
    public ReadReceipts ReadReceipts { get; set; } = ReadReceipts.WhenSlow;

    /// <summary>What happens when a customer writes STOP.</summary>
    public OptOutOptions OptOut { get; } = new();

    /// <summary>How a conversation goes to a person of the store and comes back.</summary>
    public HandOffOptions HandOff { get; } = new();

    /// <summary>How sending works.</summary>
    public OutboxOptions Outbox { get; } = new();

    /// <summary>How domain events are delivered.</summary>
    public EventOptions Events { get; } = new();

    /// <summary>How long done rows and event keys are kept. At least 8 days, since the platform redelivers for 7; default 14 days.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the safety net looks. 50 ms to 1 min; default 1 s.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>Settings of the delivery of domain events.</summary>
public sealed class EventOptions
{
    /// <summary>How many conversations' events are delivered at once on this host. 1 to 10,000; default 16.</summary>
    public int MaxConcurrentDeliveries { get; set; } = 16;

    /// <summary>How long the handlers of one event may take. 100 ms to 5 min; default 8 s, less than a lease.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How often an event is delivered before it is given up. 1 to 1,000; default 20: about an hour.</summary>
    public int MaxAttempts { get; set; } = 20;
}

/// <summary>Settings of the outbox.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// How long a send of unknown outcome waits for a status before it is sent again. Longer than the send deadline of the client (5 s), at most 1 h;
    /// default 10 s.
    /// </summary>
    public TimeSpan ReconcileAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a message that was provably not taken is tried. 1 to 100; default 8.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>
    /// What is sent instead of a free-form message when the customer service window is closed by the time it is sent; called with the store's profile and the message, which is in its raw form: see its type. Null, or
    /// an answer of null: nothing is sent, and <c>message.failed</c> with code 131047 is committed.
    /// </summary>
    public Func<StoreProfile, OutgoingMessage, TemplateMessage?>? ClosedWindowTemplate { get; set; }

    /// <summary>How many lanes send at once on this host. 1 to 10,000; default 64.</summary>
    public int MaxConcurrentSends { get; set; } = 64;
}

/// <summary>When a customer's message is marked read and "typing" is shown.</summary>
public enum ReadReceipts
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When the answer takes longer than a second.</summary>
    WhenSlow,

    /// <summary>At the start of every turn.</summary>
    Always,
}
