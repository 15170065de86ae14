using System.Buffers;
using System.Globalization;
using System.Text;

namespace WhatsApp.Client.Serialization;

/// <summary>
/// Unescapes JSON text that a tokenizer has accepted. Unlike the framework's own it takes half a surrogate pair (as a cut-off emoji
/// leaves it) for U+FFFD instead of failing, and leaves out U+0000, which databases refuse.
/// </summary>
internal static class EscapedText
{
    private const char Replacement = '\uFFFD';

    public static string Read(ReadOnlySpan<byte> escaped)
    {
        var rented = ArrayPool<char>.Shared.Rent(escaped.Length);
        var length = Unescape(escaped, rented);
        var text = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return text;
    }

    private static int Unescape(ReadOnlySpan<byte> escaped, char[] chars)
    {
        var count = 0;
        while (escaped.IndexOf((byte)'\\') is var slash && slash >= 0)
        {
            count += Encoding.UTF8.GetChars(escaped[..slash], chars.AsSpan(count));
            var sign = escaped[slash + 1];
            escaped = escaped[(slash + 2)..];
            if (sign != 'u')
            {
                chars[count++] = Control(sign);
                continue;
            }

            var unit = Unit(escaped);
            escaped = escaped[4..];
            if (char.IsHighSurrogate(unit) && escaped.StartsWith("\\u"u8) && Unit(escaped[2..]) is var low && char.IsLowSurrogate(low))
            {
                chars[count++] = unit;
                chars[count++] = low;
                escaped = escaped[6..];
            }
            else if (unit != '\0')
            {
                chars[count++] = char.IsSurrogate(unit) ? Replacement : unit;
            }
        }

        return count + Encoding.UTF8.GetChars(escaped, chars.AsSpan(count));
    }

    private static char Unit(ReadOnlySpan<byte> digits) =>
        (char)ushort.Parse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Control(byte sign) => (char)sign switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var same => same,
    };
}
