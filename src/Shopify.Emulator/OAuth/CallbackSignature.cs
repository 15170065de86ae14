using System.Text;

namespace Shopify.Emulator.OAuth;

/// <summary>The <c>hmac</c> that Shopify puts on the query of a redirect (reference: HMAC of query parameters).</summary>
internal static class CallbackSignature
{
    /// <summary>Lower-case hex over <c>key=value</c> pairs sorted by key, with <c>%</c>, <c>&amp;</c> and in keys <c>=</c> escaped.</summary>
    public static string Compute(string secret, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var signed = string.Join('&', parameters.Where(static p => p.Key is not ("hmac" or "signature"))
            .OrderBy(static p => p.Key, StringComparer.Ordinal)
            .Select(static p => $"{Escape(p.Key).Replace("=", "%3D", StringComparison.Ordinal)}={Escape(p.Value)}"));
        return Convert.ToHexStringLower(Secrets.Hmac(secret, Encoding.UTF8.GetBytes(signed)));
    }

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal);
}
