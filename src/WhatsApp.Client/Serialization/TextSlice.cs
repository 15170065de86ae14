using System.Text;

namespace WhatsApp.Client.Serialization;

/// <summary>Where a text or number stands in JSON bytes, without its quotes. The default stands nowhere.</summary>
internal readonly struct TextSlice
{
    private readonly int _start;

    /// <summary>The length, or its complement when the text has escapes.</summary>
    private readonly int _length;

    public TextSlice(int start, int length, bool isEscaped = false) => (_start, _length) = (start, isEscaped ? ~length : length);

    /// <summary>Whether there is one. JSON text never starts at the first byte, which is a brace.</summary>
    public bool IsPresent => _start > 0;

    public int Start => _start;

    public bool IsEscaped => _length < 0;

    public int Length => _length < 0 ? ~_length : _length;

    /// <summary>The bytes, escapes and all.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(_start, Length);

    public TextSlice MovedBy(int shift) => IsPresent ? new(_start + shift, Length, IsEscaped) : default;

    /// <summary>The text; null when there is none.</summary>
    public string? Read(ReadOnlySpan<byte> json) =>
        !IsPresent ? null : IsEscaped ? EscapedText.Read(In(json)) : Encoding.UTF8.GetString(In(json));
}
