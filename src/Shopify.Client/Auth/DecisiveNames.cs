namespace Shopify.Client.Auth;

/// <summary>Parameters that decide what happens, and so may occur once only.</summary>
internal static class DecisiveNames
{
    /// <summary>A bit of its own for each of them, in whatever case; 0 for other names.</summary>
    public static int BitOf(ReadOnlySpan<char> name) => name.Length switch
    {
        4 when Is(name, "hmac") => 1,
        4 when Is(name, "shop") => 2,
        4 when Is(name, "code") => 4,
        4 when Is(name, "host") => 8,
        5 when Is(name, "state") => 16,
        9 when Is(name, "timestamp") => 32,
        _ => 0,
    };

    private static bool Is(ReadOnlySpan<char> name, string decisive) => name.Equals(decisive, StringComparison.OrdinalIgnoreCase);
}
