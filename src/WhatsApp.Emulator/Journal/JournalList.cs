namespace WhatsApp.Emulator;

/// <summary>A list bounded in items and in bytes that can be waited on. A waiter looks at what is there once, then only at what is new.</summary>
internal sealed class JournalList<T>(int capacity, long maxBytes, Func<T, int> sizeOf)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();
    private readonly List<Waiter> _waiters = [];
    private long _bytes;

    public void Add(T item)
    {
        Waiter[] waiters;
        lock (_lock)
        {
            _items.Enqueue(item);
            _bytes += sizeOf(item);
            while (_items.Count > capacity || (_bytes > maxBytes && _items.Count > 1))
                _bytes -= sizeOf(_items.Dequeue());
            waiters = _waiters.Count == 0 ? [] : [.. _waiters];
        }

        foreach (var waiter in waiters)
            waiter.Offer(item);
    }

    public T[] Snapshot()
    {
        lock (_lock)
            return [.. _items];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _items.Clear();
            _bytes = 0;
        }
    }

    public async Task<T> WaitForAsync(Func<T, bool> match, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(match);
        T[] known;
        lock (_lock)
        {
            known = [.. _items];
            _waiters.Add(waiter);
        }

        try
        {
            return Array.Find(known, item => match(item)) ?? await waiter.Found.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No matching {typeof(T).Name} came in {timeout.TotalSeconds:0.###} s.");
        }
        finally
        {
            lock (_lock)
                _waiters.Remove(waiter);
        }
    }

    private sealed class Waiter(Func<T, bool> match)
    {
        private readonly TaskCompletionSource<T> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Found => _found.Task;

        public void Offer(T item)
        {
            try
            {
                if (match(item))
                    _found.TrySetResult(item);
            }
#pragma warning disable CA1031 // A throwing predicate is the waiter's own affair.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                _found.TrySetException(failure);
            }
        }
    }
}
