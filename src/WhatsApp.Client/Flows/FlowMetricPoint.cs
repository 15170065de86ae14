namespace WhatsApp.Client;

/// <summary>What was counted within one day or hour.</summary>
/// <param name="Timestamp">Its beginning; null when it cannot be read.</param>
/// <param name="Values">By key: <c>value</c> for a count, error types for errors, <c>p50</c> and the like for latencies (milliseconds).</param>
public sealed record FlowMetricPoint(DateTimeOffset? Timestamp, IReadOnlyList<KeyValuePair<string, double>> Values);
