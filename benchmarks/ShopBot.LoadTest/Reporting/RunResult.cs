using ShopBot.LoadTest.Growth;
using ShopBot.LoadTest.Visits;

namespace ShopBot.LoadTest.Reporting;

/// <summary>One measurement.</summary>
internal sealed record RunResult
{
    public required string Name { get; init; }
    public required double Seconds { get; init; }
    public required double RepliesPerSecond { get; init; }
    public required double WebhooksPerSecond { get; init; }
    public required double EventsPerSecond { get; init; }
    public required Latency Reply { get; init; }
    /// <summary>The reply's time by what the customer did; without correction, since each step is asked in turn.</summary>
    public required IReadOnlyDictionary<string, Latency> Steps { get; init; }

    public required Latency Acknowledgement { get; init; }
    public required double StorageCallsPerReply { get; init; }
    public required double StorageMillisecondsPerTurn { get; init; }
    public required double StorageCallP99 { get; init; }
    public required double ProcessingP99 { get; init; }
    public required double AppendGroup { get; init; }
    public required double CommitGroup { get; init; }
    public required double CacheHitRate { get; init; }
    public required double ShopifyCallsPerReply { get; init; }
    public required IReadOnlyDictionary<string, ProcessUse> Processes { get; init; }
    public required LedgerResult Ledger { get; init; }
    public required double FsyncBefore { get; init; }
    public required double FsyncAfter { get; init; }
    public required long WebhookFailures { get; init; }
    public required long Late { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What memory and tables did; null where it was not watched.</summary>
    public GrowthResult? Growth { get; init; }

    /// <summary>How long pages and API routes took; null where nobody asked for them.</summary>
    public VisitResult? Visits { get; init; }

    /// <summary>Every message has its one right effect, and nothing grew.</summary>
    public bool Holds => Ledger.IsClean && Growth?.IsFlat != false;
}
