using System.Collections.Concurrent;

namespace ThreeFlows;

/// <summary>The next two days, from nine to eleven.</summary>
public sealed class OpeningHours(TimeProvider time) : ICalendar
{
    private readonly ConcurrentDictionary<(DateOnly Day, TimeOnly Time), bool> _taken = new();

    public Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return Task.FromResult<IReadOnlyList<DateOnly>>([today.AddDays(1), today.AddDays(2)]);
    }

    public Task<IReadOnlyList<TimeOnly>> TimesAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TimeOnly>>(
        [.. Enumerable.Range(9, 3).Select(hour => new TimeOnly(hour, 0)).Where(hour => !_taken.ContainsKey((day, hour)))]);

    public Task<bool> HoldAsync(DateOnly day, TimeOnly hour, CancellationToken cancellationToken) => Task.FromResult(_taken.TryAdd((day, hour), true));

    public Task ReleaseAsync(DateOnly day, TimeOnly hour, CancellationToken cancellationToken)
    {
        _taken.TryRemove((day, hour), out _);
        return Task.CompletedTask;
    }
}
