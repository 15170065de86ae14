using System.Text;

namespace Shopify.Client.Auth;

/// <summary>Parameters that decide what happens, and so may occur once only.</summary>
internal static class DecisiveNames
{
    /// <summary>A bit of its own for each of them, in whatever case; 0 for other names.</summary>
    public static int BitOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 => (name[0] | 0x20, name[1] | 0x20) switch
        {
            ('h', 'm') when Ascii.EqualsIgnoreCase(name, "hmac"u8) => 1,
            ('s', 'h') when Ascii.EqualsIgnoreCase(name, "shop"u8) => 2,
            ('c', 'o') when Ascii.EqualsIgnoreCase(name, "code"u8) => 4,
            ('h', 'o') when Ascii.EqualsIgnoreCase(name, "host"u8) => 8,
            _ => 0,
        },
        5 when Ascii.EqualsIgnoreCase(name, "state"u8) => 16,
        9 when Ascii.EqualsIgnoreCase(name, "timestamp"u8) => 32,
        _ => 0,
    };

    /// <inheritdoc cref="BitOf(ReadOnlySpan{byte})"/>
    public static int BitOf(ReadOnlySpan<char> name)
    {
        Span<byte> ascii = stackalloc byte[9];
        return name.Length <= ascii.Length && Ascii.FromUtf16(name, ascii, out var written) == System.Buffers.OperationStatus.Done ? BitOf(ascii[..written]) : 0;
    }
}
