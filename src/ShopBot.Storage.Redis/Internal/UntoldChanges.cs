using System.Collections.Concurrent;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// Entries that this host changed while Redis did not answer. Until the change is made up for, what Redis has of them is not
/// believed here.
/// </summary>
internal sealed class UntoldChanges
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, byte> _entries = new(StringComparer.Ordinal);

    /// <summary>Whether this entry is one of them. With too many to know each, every entry is until all known ones are made up for.</summary>
    public bool Contains(string entry) => !_entries.IsEmpty && (_entries.ContainsKey(entry) || _entries.Count >= Most);

    public void Add(string entry)
    {
        if (_entries.Count < Most)
            _entries.TryAdd(entry, 0);
    }

    public void Remove(string entry)
    {
        if (!_entries.IsEmpty)
            _entries.TryRemove(entry, out _);
    }
}
