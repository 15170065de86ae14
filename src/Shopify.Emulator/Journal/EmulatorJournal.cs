namespace Shopify.Emulator.Journal;

/// <summary>What the emulator saw and did, in order; tests read it and wait on it. Keeps the last 10 000 entries. Thread-safe.</summary>
public sealed class EmulatorJournal
{
    private const int Capacity = 10_000;
    private readonly Lock _gate = new();
    private readonly Queue<JournalEntry> _entries = [];
    private readonly List<Waiter> _waiters = [];

    internal EmulatorJournal()
    {
    }

    /// <summary>A copy of the entries, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate) return [.. _entries];
        }
    }

    /// <summary>Waits for the first entry, past or coming, of the given kind that matches.</summary>
    /// <typeparam name="TEntry">Kind of entry.</typeparam>
    /// <param name="match">What to wait for.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async Task<TEntry> WaitForAsync<TEntry>(Func<TEntry, bool> match, CancellationToken cancellationToken = default)
        where TEntry : JournalEntry
    {
        var waiter = new Waiter(entry => entry is TEntry wanted && match(wanted));
        lock (_gate)
        {
            if (_entries.FirstOrDefault(waiter.Matches) is { } past) return (TEntry)past;
            _waiters.Add(waiter);
        }

        try
        {
            return (TEntry)await waiter.Found.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate) _waiters.Remove(waiter);
        }
    }

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Capacity) _entries.Dequeue();
            foreach (var waiter in _waiters)
                if (waiter.Matches(entry)) waiter.Found.TrySetResult(entry);
        }
    }

    private sealed record Waiter(Func<JournalEntry, bool> Matches)
    {
        public TaskCompletionSource<JournalEntry> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
