namespace WhatsApp.Emulator;

/// <summary>The QR codes and short links of a number.</summary>
internal sealed class LinkBook
{
    public const int Most = 2_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Code, string Message)> All
    {
        get
        {
            lock (_lock)
                return [.. _messages.Select(pair => (pair.Key, pair.Value))];
        }
    }

    public string? Find(string code)
    {
        lock (_lock)
            return _messages.GetValueOrDefault(code);
    }

    public bool TrySet(string code, string message)
    {
        lock (_lock)
        {
            if (!_messages.ContainsKey(code) && _messages.Count >= Most)
                return false;
            _messages[code] = message;
            return true;
        }
    }

    public bool Remove(string code)
    {
        lock (_lock)
            return _messages.Remove(code);
    }
}
