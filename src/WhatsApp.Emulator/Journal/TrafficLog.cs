namespace WhatsApp.Emulator;

/// <summary>The newest calls and webhook attempts in one order with a number each, for the developer's pane of the phone page.</summary>
internal sealed class TrafficLog
{
    /// <summary>How many entries the pane can go back.</summary>
    public const int Capacity = 500;

    /// <summary>How many bytes their bodies may take together; batches of webhooks can be large.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<Entry> _entries = new();
    private readonly LiveFeed _feed;
    private long _last;
    private long _bytes;

    public TrafficLog(EmulatorJournal journal, LiveFeed feed)
    {
        _feed = feed;
        journal.CallAdded = call => Add(new Entry(0, call, null));
        journal.WebhookAdded = attempt => Add(new Entry(0, null, attempt));
    }

    /// <summary>What came after an entry, oldest first.</summary>
    public Entry[] After(long id)
    {
        lock (_lock)
            return [.. _entries.Where(entry => entry.Id > id)];
    }

    public Entry? Find(long id)
    {
        lock (_lock)
            return _entries.FirstOrDefault(entry => entry.Id == id);
    }

    private void Add(Entry entry)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry with { Id = ++_last });
            _bytes += entry.Bytes;
            while (_entries.Count > Capacity || (_bytes > MaxBytes && _entries.Count > 1))
                _bytes -= _entries.Dequeue().Bytes;
        }

        _feed.PublishTraffic();
    }

    /// <summary>Either a call or a webhook attempt.</summary>
    internal sealed record Entry(long Id, ApiCall? Call, WebhookAttempt? Attempt)
    {
        public int Bytes => Call is not null ? 2 * (Call.RequestBody.Length + Call.ResponseBody.Length) : Attempt!.Body.Length;
    }
}
