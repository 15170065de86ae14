namespace ShopBot.Engine.Inbox;

/// <summary>Numbers and accounts that nobody here owns, each to be spoken of once. Bounded, since anybody may name any number. Thread-safe.</summary>
internal sealed class Strangers
{
    private const int Most = 1000;
    private const int LongestId = 40;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public bool IsNew(string id)
    {
        if (id.Length > LongestId || id.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        lock (_lock)
            return _known.Count < Most && _known.Add(id);
    }
}
