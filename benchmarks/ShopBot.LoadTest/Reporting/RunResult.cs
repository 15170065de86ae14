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
}
