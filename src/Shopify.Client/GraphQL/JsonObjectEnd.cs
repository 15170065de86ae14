using System.Text.Json;

namespace Shopify.Client;

/// <summary>
/// Finds where a JSON object ends by its braces and strings alone. The object is read and checked by its own type afterwards,
/// so a full check here would read everything twice.
/// </summary>
internal static class JsonObjectEnd
{
    /// <returns>The index after the closing brace.</returns>
    /// <exception cref="JsonException">The object is cut short.</exception>
    public static int Find(ReadOnlySpan<byte> json, int start)
    {
        var depth = 0;
        for (var at = start; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = ClosingQuote(json, at);
                    break;
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    if (--depth == 0)
                        return at + 1;
                    break;
                default:
                    break;
            }
        }

        throw CutShort();
    }

    private static int ClosingQuote(ReadOnlySpan<byte> json, int at)
    {
        for (at++; at < json.Length; at += 2)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                break;
            at += next;
            if (json[at] == (byte)'"')
                return at;
        }

        throw CutShort();
    }

    private static JsonException CutShort() => new("The answer is cut short.");
}
