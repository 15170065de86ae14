using System.Security.Cryptography;
using System.Text;

namespace ShopBot.TestSupport.Stubs;

/// <summary>Signs the query of an OAuth callback as Shopify documents it: sorted, joined, HMAC-SHA256 in hex.</summary>
public static class CallbackSigner
{
    /// <summary>The query with its <c>hmac</c>.</summary>
    /// <param name="secret">The app's client secret.</param>
    /// <param name="parameters">Everything but <c>hmac</c>.</param>
    public static string Sign(string secret, IReadOnlyDictionary<string, string> parameters)
    {
        var text = string.Join('&', parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        var hmac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
        return string.Join('&', parameters.Append(KeyValuePair.Create("hmac", hmac)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }
}
