using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Shopify.Emulator.Graph;

/// <summary>A global id: <c>gid://shopify/{Type}/{id}</c>, sometimes with a query part.</summary>
internal readonly record struct Gid(string Type, string Id, string? Query = null)
{
    private const string Prefix = "gid://shopify/";

    public long? Number => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Of(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{type}/{id}");

    public static bool TryParse([NotNullWhen(true)] string? text, out Gid gid)
    {
        gid = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var rest = text[Prefix.Length..];
        string? query = null;
        if (rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            (rest, query) = (rest[..mark], rest[(mark + 1)..]);
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == rest.Length - 1) return false;
        gid = new(rest[..slash], rest[(slash + 1)..], query);
        return true;
    }

    public override string ToString() => Query is null ? $"{Prefix}{Type}/{Id}" : $"{Prefix}{Type}/{Id}?{Query}";
}
