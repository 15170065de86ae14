using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shopify.Emulator.OAuth;

/// <summary>The short JWT that App Bridge gives an embedded page (reference: session tokens and token exchange).</summary>
internal static class SessionToken
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(10);

    public static string Create(EmulatedShop shop, string apiKey, string secret, long userId)
    {
        var now = shop.Now().ToUnixTimeSeconds();
        var head = Encode("""{"alg":"HS256","typ":"JWT"}""");
        var body = Encode(new JsonObject
        {
            ["iss"] = $"https://{shop.Domain}/admin",
            ["dest"] = $"https://{shop.Domain}",
            ["aud"] = apiKey,
            ["sub"] = userId.ToString(CultureInfo.InvariantCulture),
            ["exp"] = now + (long)Life.TotalSeconds,
            ["nbf"] = now,
            ["iat"] = now,
            ["jti"] = Guid.NewGuid().ToString(),
            ["sid"] = Secrets.Hex(),
        }.ToJsonString());
        return $"{head}.{body}.{Sign(secret, $"{head}.{body}")}";
    }

    /// <summary>Whether a token is one of ours for this shop, signed with one of the secrets and valid now.</summary>
    public static bool IsValid(string? token, EmulatedShop shop, string apiKey, IEnumerable<string> secrets)
    {
        if (token?.Split('.') is not [var head, var body, var signature]) return false;
        try
        {
            if ((string?)Decode(head)?["alg"] != "HS256") return false;
            if (!secrets.Any(secret => Secrets.Same(signature, Sign(secret, $"{head}.{body}")))) return false;
            var claims = Decode(body);
            var now = shop.Now();
            return (string?)claims?["aud"] == apiKey && (string?)claims?["dest"] == $"https://{shop.Domain}"
                && Uri.TryCreate((string?)claims["iss"], UriKind.Absolute, out var issuer) && issuer.Host == shop.Domain
                && Time(claims, "exp") + Leeway > now && Time(claims, "nbf") - Leeway <= now;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static DateTimeOffset? Time(JsonNode claims, string name) =>
        (long?)claims[name] is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static JsonNode? Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Sign(string secret, string text) => Base64Url.EncodeToString(Secrets.Hmac(secret, Encoding.UTF8.GetBytes(text)));
}
