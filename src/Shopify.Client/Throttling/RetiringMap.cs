using System.Collections.Concurrent;

namespace Shopify.Client;

/// <summary>
/// States by key. Those unused for <paramref name="idle"/> are forgotten; beyond <paramref name="capacity"/> all that nobody uses right now.
/// </summary>
internal sealed class RetiringMap<TKey, TState>(Func<TKey, TState> create, TimeProvider time, TimeSpan idle, int capacity = 10_000)
    where TKey : notnull
    where TState : Retirable
{
    private readonly ConcurrentDictionary<TKey, TState> _states = new();
    private long _sweptAt = time.GetTimestamp();

    public int Count => _states.Count;

    /// <returns>A state that is not forgotten before <see cref="Retirable.Leave"/>.</returns>
    public TState Enter(TKey key)
    {
        Sweep();
        while (true)
        {
            if (!_states.TryGetValue(key, out var state))
            {
                if (_states.Count >= capacity)
                    Retire(TimeSpan.Zero);
                state = _states.GetOrAdd(key, create);
            }

            if (state.TryEnter())
                return state;
            _states.TryRemove(KeyValuePair.Create(key, state));
        }
    }

    private void Sweep()
    {
        var last = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(last) >= idle / 2 && Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), last) == last)
            Retire(idle);
    }

    private void Retire(TimeSpan longerThan)
    {
        foreach (var entry in _states)
        {
            if (!entry.Value.TryRetire(time, longerThan))
                continue;
            _states.TryRemove(entry);
            (entry.Value as IDisposable)?.Dispose();
        }
    }
}
