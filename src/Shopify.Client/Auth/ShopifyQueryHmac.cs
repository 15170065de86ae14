using System.Runtime.InteropServices;

namespace Shopify.Client.Auth;

/// <summary>
/// Checks the <c>hmac</c> parameter that Shopify adds to queries: the install hit, the OAuth callback, embedded loads. Allocates nothing for
/// ordinary queries.
/// </summary>
/// <remarks>
/// Shopify's own libraries do not agree on how a value stands in the signed text: as it is with <c>%</c> and <c>&amp;</c> escaped, or
/// percent-encoded with blanks as <c>%20</c> or <c>+</c>. A signature over any of these is accepted; for the parameters of a callback they are one
/// and the same.
/// </remarks>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant#verify-the-installation-request"/>
public static class ShopifyQueryHmac
{
    /// <summary>Longer queries are refused: 16,384 characters. So are those with more than 512 parameters.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>
    /// Whether the query was signed with one of the secrets. Compares in constant time. Repeated <c>name[]</c> parameters count as a list.
    /// </summary>
    /// <param name="query">All parameters, decoded, in the order they came, repeats included. An array or a list is read without a copy.</param>
    /// <param name="secrets">The client secrets to try; empty ones are skipped.</param>
    /// <returns>False when the signature is missing, wrong, or a parameter that decides anything occurs twice.</returns>
    public static bool Verify(IEnumerable<KeyValuePair<string, string>> query, IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(secrets);
        var pairs = AsSpan(query);
        var length = 0;
        foreach (var (key, value) in pairs)
            length += key.Length + value.Length;
        using var signed = new SignedQuery(length, pairs.Length);
        foreach (var (key, value) in pairs)
            signed.Add(key, value);
        return signed.Verify(secrets);
    }

    /// <summary>Like the other overload, for the query as it stands in the address.</summary>
    /// <param name="queryString">The text after the path, with or without its <c>?</c>, still encoded.</param>
    /// <param name="secrets">The client secrets to try; empty ones are skipped.</param>
    /// <returns>False when the signature is missing, wrong, or a parameter that decides anything occurs twice.</returns>
    public static bool Verify(ReadOnlySpan<char> queryString, IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var rest = queryString.StartsWith('?') ? queryString[1..] : queryString;
        using var signed = new SignedQuery(rest.Length, rest.Count('&') + 1);
        signed.AddEncoded(rest);
        return signed.Verify(secrets);
    }

    /// <summary>Whether a parameter that decides anything (<c>hmac</c>, <c>shop</c>, <c>timestamp</c>, <c>code</c>, <c>state</c>, <c>host</c>) occurs more than once, in whatever case.</summary>
    /// <param name="query">All parameters, decoded.</param>
    /// <returns>True when one does; such a query must be refused, because two readers may see two different values.</returns>
    public static bool HasRepeatedParameter(IEnumerable<KeyValuePair<string, string>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var seen = 0;
        foreach (var (key, _) in AsSpan(query))
        {
            var bit = DecisiveNames.BitOf(key);
            if ((seen & bit) != 0)
                return true;
            seen |= bit;
        }

        return false;
    }

    private static ReadOnlySpan<KeyValuePair<string, string>> AsSpan(IEnumerable<KeyValuePair<string, string>> query) => query switch
    {
        KeyValuePair<string, string>[] array => array,
        List<KeyValuePair<string, string>> list => CollectionsMarshal.AsSpan(list),
        _ => query.ToArray(),
    };
}
