namespace WhatsApp.Emulator;

/// <summary>How one emulated Cloud API behaves; read once when it starts.</summary>
public sealed class WhatsAppEmulatorOptions
{
    /// <summary>The clock behind the 24-hour window, the rate limits, status delays and webhook retries. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The loopback port to listen on, 0 to 65535. Default 0: any free port.</summary>
    public int Port { get; set; }

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
}
