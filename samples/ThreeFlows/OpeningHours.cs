using System.Collections.Concurrent;

namespace ThreeFlows;

/// <summary>The next two days, from nine to eleven.</summary>
public sealed class OpeningHours(TimeProvider clock) : ICalendar
{
    private readonly ConcurrentDictionary<(DateOnly Day, TimeOnly Time), bool> _taken = new();

    public Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return Task.FromResult<IReadOnlyList<DateOnly>>([today.AddDays(1), today.AddDays(2)]);
    }

    public Task<IReadOnlyList<TimeOnly>> TimesAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TimeOnly>>(
        [.. Enumerable.Range(9, 3).Select(hour => new TimeOnly(hour, 0)).Where(hour => !_taken.ContainsKey((day, hour)))]);

    public Task<bool> HoldAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken) => Task.FromResult(_taken.TryAdd((day, time), true));

    public Task ReleaseAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken)
    {
        _taken.TryRemove((day, time), out _);
        return Task.CompletedTask;
    }
}
