namespace WhatsApp.Client.Serialization;

/// <summary>
/// A text that becomes a string when it is first asked for: most events are stored or dropped without anybody reading all of them.
/// Keep it in a field that is not readonly. Thread-safe: two threads may both make the string, and either is kept.
/// </summary>
internal struct LazyText : IEquatable<LazyText>
{
    /// <summary>The string, or the bytes it is to be made from.</summary>
    private object? _textOrJson;
    private readonly TextSlice _slice;

    public LazyText(string? text) => _textOrJson = text;

    public LazyText(byte[] json, TextSlice slice)
    {
        if (slice.IsPresent)
            (_textOrJson, _slice) = (json, slice);
    }

    public string? Value
    {
        get
        {
            var held = _textOrJson;
            if (held is not byte[] json)
                return (string?)held;
            var text = _slice.Read(json);
            _textOrJson = text;
            return text;
        }
    }

    public readonly bool Equals(LazyText other)
    {
        var mine = this;
        return mine.Value == other.Value;
    }

    public override readonly bool Equals(object? obj) => obj is LazyText other && Equals(other);

    public override readonly int GetHashCode()
    {
        var mine = this;
        return mine.Value?.GetHashCode(StringComparison.Ordinal) ?? 0;
    }
}
