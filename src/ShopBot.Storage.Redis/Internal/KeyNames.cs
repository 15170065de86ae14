using System.Buffers;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>
/// From the cache's names to keys: <c>shopbot:{store}:…</c>. All that belongs to a store is led by its id, which is also the hash tag, so that a cluster keeps a
/// store together and different stores apart.
/// </summary>
internal static class KeyNames
{
    /// <summary>How the cache begins the entries that say that everything with a tag is old.</summary>
    public const string TagMark = "__fc:t:";

    private const int IdLength = 32;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <param name="prefix">What all keys begin with.</param>
    /// <param name="name">The cache's own name of an entry, such as <c>v2:0190…:catalog:product:gid://shopify/Product/1</c>.</param>
    public static string Of(string prefix, string name)
    {
        var (version, rest) = Split(name);
        var isTag = rest.StartsWith(TagMark, StringComparison.Ordinal);
        if (isTag)
            rest = rest[TagMark.Length..];
        var kind = isTag ? "tag:" : "";
        return IsStore(rest)
            ? $"{prefix}:{{{rest[..IdLength]}}}:{version}:{kind}{rest[Math.Min(rest.Length, IdLength + 1)..]}"
            : $"{prefix}:{{{rest.Replace('{', '(').Replace('}', ')')}}}:{version}:{kind.TrimEnd(':')}".TrimEnd(':');
    }

    /// <summary>The entry's name without the version of its form.</summary>
    public static string EntryOf(string name) => Split(name).Entry;

    private static (string Version, string Entry) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 4 && name[0] == 'v' ? (name[..colon], name[(colon + 1)..]) : ("v0", name);
    }

    private static bool IsStore(string name)
    {
        if (name.Length < IdLength || (name.Length > IdLength && name[IdLength] != ':'))
            return false;
        return !name.AsSpan(0, IdLength).ContainsAnyExcept(Hex);
    }
}
