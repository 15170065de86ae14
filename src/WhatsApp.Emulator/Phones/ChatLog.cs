using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Emulator;

/// <summary>The messages of one chat in order, found by id without a search. Not safe for use from several threads.</summary>
internal sealed class ChatLog
{
    private readonly Dictionary<string, long> _at = new(StringComparer.Ordinal);
    private readonly List<ChatMessage?> _messages = [];
    private long _dropped;
    private int _first;

    public int Count => _messages.Count - _first;

    public ChatMessage? Find(string id) => _at.TryGetValue(id, out var at) ? _messages[(int)(at - _dropped)] : null;

    public void Add(ChatMessage message)
    {
        _at[message.Id] = _dropped + _messages.Count;
        _messages.Add(message);
    }

    public void Replace(ChatMessage message) => _messages[(int)(_at[message.Id] - _dropped)] = message;

    public bool TryDropOldest([NotNullWhen(true)] out ChatMessage? oldest)
    {
        oldest = null;
        if (Count == 0)
            return false;
        oldest = _messages[_first]!;
        _at.Remove(oldest.Id);
        _messages[_first++] = null;
        if (_first >= 64 && _first * 2 >= _messages.Count)
        {
            _messages.RemoveRange(0, _first);
            _dropped += _first;
            _first = 0;
        }

        return true;
    }

    public ChatMessage[] ToArray() => [.. _messages.Skip(_first).OfType<ChatMessage>()];

    /// <summary>This message and those before it, newest first.</summary>
    public IEnumerable<ChatMessage> UpTo(string id)
    {
        if (!_at.TryGetValue(id, out var at))
            yield break;
        for (var i = (int)(at - _dropped); i >= _first; i--)
            yield return _messages[i]!;
    }
}
