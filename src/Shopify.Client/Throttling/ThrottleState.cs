using System.Collections.Concurrent;

namespace Shopify.Client;

/// <summary>What is known of one shop's bucket: the last report, aged by the clock, and what each operation asked for lately.</summary>
internal sealed class ThrottleState(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, double> _requested = new(StringComparer.Ordinal);
    private Report? _last;

    public void Record(string operationName, ThrottleStatus? status, double? requestedCost)
    {
        if (status is not null)
            Volatile.Write(ref _last, new Report(status, time.GetTimestamp()));
        if (requestedCost is { } cost)
            _requested.AddOrUpdate(operationName, cost, (_, known) => Math.Max(cost, known * 0.9));
    }

    /// <summary>How long the operation should wait before it is sent; zero while its cost or the bucket is unknown.</summary>
    public TimeSpan WaitFor(string operationName) =>
        Now() is { } status && _requested.TryGetValue(operationName, out var cost) ? status.WaitFor(cost) : TimeSpan.Zero;

    public ThrottleStatus? Now()
    {
        if (Volatile.Read(ref _last) is not { } last)
            return null;
        var restored = last.Status.RestoreRate * time.GetElapsedTime(last.At).TotalSeconds;
        return last.Status with { CurrentlyAvailable = Math.Min(last.Status.MaximumAvailable, last.Status.CurrentlyAvailable + restored) };
    }

    private sealed record Report(ThrottleStatus Status, long At);
}
