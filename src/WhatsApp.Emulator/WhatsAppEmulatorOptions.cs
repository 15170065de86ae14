namespace WhatsApp.Emulator;

/// <summary>How one emulated Cloud API behaves; read once when it starts.</summary>
public sealed class WhatsAppEmulatorOptions
{
    /// <summary>The clock behind the 24-hour window, the rate limits, status delays and webhook retries. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The port to listen on, 0 to 65535. Default 0: any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Listens on every network address instead of loopback only, as a container must. Anybody who reaches the port then has full control. Default false.
    /// </summary>
    public bool ListensAnywhere { get; set; }

    /// <summary>Seed of the adversarial choices, such as the order of shuffled statuses. Message ids are always random. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>Pause before each of the steps sent, delivered and read. Zero or more. Default 150 ms.</summary>
    public TimeSpan StatusDelay { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Writes webhook bodies the way Meta does: non-ASCII characters as <c>\uXXXX</c> and a slash as <c>\/</c>. Default true.</summary>
    public bool EscapeNonAscii { get; set; } = true;

    /// <summary>How long one webhook POST may take before it counts as failed. Default 10 s.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first gap between retries of a webhook; it doubles with each failure. The first retry comes at once. Default 1 s.</summary>
    public TimeSpan WebhookRetryGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest gap between two retries of a webhook. Default 30 s.</summary>
    public TimeSpan WebhookRetryMaxGap { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a webhook is retried before it is dropped. Default 7 days.</summary>
    public TimeSpan WebhookRetryFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Answers a free-form message outside the 24-hour window with error 131047 at once. Default false: the message is accepted
    /// and a <c>failed</c> status carries the error, which is what businesses usually see.
    /// </summary>
    public bool RefuseOutsideWindow { get; set; }

    /// <summary>How many messages one phone may be sent in a burst before error 131056. Default 45.</summary>
    public int PairBurst { get; set; } = 45;

    /// <summary>How long one message to the same phone uses up the pair limit. Zero switches the limit off. Default 6 s.</summary>
    public TimeSpan PairInterval { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many API calls and how many webhook attempts the journal keeps, oldest dropped first. At least 1. Default 10,000.</summary>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>How many messages one chat keeps, oldest dropped first. At least 1. Default 1,000.</summary>
    public int ChatCapacity { get; set; } = 1_000;

    /// <summary>How many messages all chats keep together, oldest dropped first. At least 1. Default 50,000.</summary>
    public int HistoryCapacity { get; set; } = 50_000;

    /// <summary>How many bytes the bodies in the journal may take, oldest dropped first. Default 64 MiB.</summary>
    public long JournalMaxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How many bytes of media are kept, oldest dropped first. Default 256 MiB.</summary>
    public long MediaMaxBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>How many messages of each number <c>message_history</c> knows. Zero switches it off. Default 1,000.</summary>
    public int MessageHistoryCapacity { get; set; } = 1_000;

    /// <summary>
    /// How long events gather before they are posted together, as Meta does under load. Zero or more. Default 0: each event is posted at once,
    /// and only those that come while <see cref="WebhookParallelism"/> is used up gather.
    /// </summary>
    public TimeSpan WebhookBatchWindow { get; set; }

    /// <summary>The most events in one POST, 1 to 1,000. Default 1,000.</summary>
    public int WebhookMaxBatch { get; set; } = 1_000;

    /// <summary>The most bytes in one POST; larger batches are split. Default 3 MiB.</summary>
    public int WebhookMaxBytes { get; set; } = 3 * 1024 * 1024;

    /// <summary>The most POSTs under way to one callback, retries not counted. At least 1. Default 64.</summary>
    public int WebhookParallelism { get; set; } = 64;

    /// <summary>Whether submitted templates and display names are approved by themselves after <see cref="ReviewDelay"/>. Default true.</summary>
    public bool ReviewsAutomatically { get; set; } = true;

    /// <summary>How long a review takes. Zero or more. Default 1 s.</summary>
    public TimeSpan ReviewDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Accepts sends of templates whose name the account does not have, checked for their shape only. Default false: error 132001.</summary>
    public bool AcceptsUnknownTemplates { get; set; }

    /// <summary>Accepts template samples whose handle no resumable upload gave. Default false.</summary>
    public bool AcceptsUnknownHandles { get; set; }

    /// <summary>
    /// Fetches the media a business links to, and fails messages whose link is broken or of the wrong type with 131053. Default false: the phone
    /// page loads links itself.
    /// </summary>
    public bool FetchesLinks { get; set; }

    /// <summary>How long everything is free after the first answer to somebody who came by an ad. Default 7 days; 72 hours until September 2026.</summary>
    public TimeSpan FreeEntryFor { get; set; } = TimeSpan.FromDays(7);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WebhookMaxBatch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WebhookMaxBatch, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(WebhookParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(HistoryCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(JournalCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ChatCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MessageHistoryCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(WebhookBatchWindow, TimeSpan.Zero);
    }
}
