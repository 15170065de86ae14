using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.Auth;

/// <summary>
/// Checks the <c>hmac</c> parameter that Shopify adds to queries: the install hit, the OAuth callback, embedded loads.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant#verify-the-installation-request"/>
public static class ShopifyQueryHmac
{
    private static readonly HashSet<string> OnlyOnce = new(["hmac", "shop", "timestamp", "code", "state", "host"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the query was signed with one of the secrets. Compares in constant time. Accepts both ways Shopify's own libraries write values
    /// into the signed text, and repeated <c>name[]</c> parameters as a list.
    /// </summary>
    /// <param name="query">All parameters, decoded, in the order they came, repeats included.</param>
    /// <param name="secrets">The client secrets to try; empty ones are skipped.</param>
    /// <returns>False when the signature is missing, wrong, or a parameter that decides anything occurs twice.</returns>
    public static bool Verify(IEnumerable<KeyValuePair<string, string>> query, IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(secrets);
        var parameters = query.ToArray();
        if (HasRepeatedParameter(parameters))
            return false;
        var signature = parameters.Where(static pair => pair.Key == "hmac").Select(static pair => pair.Value).SingleOrDefault();
        if (signature is not { Length: 64 } || !TryDecodeHex(signature, out var expected))
            return false;

        var signed = Collapse(parameters);
        byte[][] texts = [Utf8(signed, EscapeMinimalKey, EscapeMinimal), Utf8(signed, Uri.EscapeDataString, Uri.EscapeDataString)];
        var valid = false;
        foreach (var secret in secrets.Where(static secret => !string.IsNullOrEmpty(secret)))
        {
            var key = Encoding.UTF8.GetBytes(secret);
            foreach (var text in texts)
                valid |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, text), expected);
        }

        return valid;
    }

    /// <summary>Whether a parameter that decides anything (<c>hmac</c>, <c>shop</c>, <c>timestamp</c>, <c>code</c>, <c>state</c>, <c>host</c>) occurs more than once, in whatever case.</summary>
    /// <param name="query">All parameters, decoded.</param>
    /// <returns>True when one does; such a query must be refused, because two readers may see two different values.</returns>
    public static bool HasRepeatedParameter(IEnumerable<KeyValuePair<string, string>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Where(static pair => OnlyOnce.Contains(pair.Key)).GroupBy(static pair => pair.Key, StringComparer.OrdinalIgnoreCase).Any(static group => group.Count() > 1);
    }

    private static IEnumerable<KeyValuePair<string, string>> Collapse(KeyValuePair<string, string>[] parameters) =>
        parameters.Where(static pair => pair.Key is not ("hmac" or "signature"))
            .GroupBy(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal)
            .SelectMany(static group => group.Key.EndsWith("[]", StringComparison.Ordinal)
                ? [KeyValuePair.Create(group.Key[..^2], AsList(group))]
                : group.Select(value => KeyValuePair.Create(group.Key, value)))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    // Shopify signs a list the way Ruby prints it: a comma and one blank between quoted values.
    private static string AsList(IEnumerable<string> values) =>
        $"[{string.Join(", ", values.Select(static value => $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}]";

    private static byte[] Utf8(IEnumerable<KeyValuePair<string, string>> signed, Func<string, string> escapeKey, Func<string, string> escapeValue) =>
        Encoding.UTF8.GetBytes(string.Join('&', signed.Select(pair => $"{escapeKey(pair.Key)}={escapeValue(pair.Value)}")));

    private static string EscapeMinimal(string value) =>
        value.Replace("%", "%25", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal);

    private static string EscapeMinimalKey(string key) => EscapeMinimal(key).Replace("=", "%3D", StringComparison.Ordinal);

    private static bool TryDecodeHex(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}
