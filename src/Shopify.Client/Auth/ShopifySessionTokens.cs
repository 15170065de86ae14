using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Shopify.Client.Auth;

/// <summary>Checks session tokens of App Bridge: JSON Web Tokens signed with the client secret.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens/set-up-session-tokens"/>
public static class ShopifySessionTokens
{
    /// <summary>How far the clocks may be apart: 10 seconds.</summary>
    public static TimeSpan Leeway { get; } = TimeSpan.FromSeconds(10);

    private const int MaxLength = 8 * 1024;

    /// <summary>Checks a token: algorithm, signature in constant time, times, audience, issuer and shop, in this order.</summary>
    /// <param name="token">The token, without <c>Bearer</c>; null is malformed.</param>
    /// <param name="clientId">The app's client id.</param>
    /// <param name="secrets">The client secrets to try; empty ones are skipped.</param>
    /// <param name="now">The time.</param>
    /// <returns>The token, or why it is not believed. Nothing of a refused token is in it.</returns>
    public static ShopifySessionTokenResult Verify(string? token, string clientId, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentNullException.ThrowIfNull(secrets);
        if (token is null or { Length: > MaxLength } || token.Split('.') is not [var header, var payload, var signature])
            return Refused(ShopifySessionTokenProblem.Malformed);
        using var head = Decode(header);
        using var claims = Decode(payload);
        if (head is null || claims is null || !TryDecode(signature, out var actual))
            return Refused(ShopifySessionTokenProblem.Malformed);
        if (Text(head, "alg") != "HS256" || head.RootElement.TryGetProperty("crit", out _))
            return Refused(ShopifySessionTokenProblem.WrongAlgorithm);
        if (!IsSigned(token.AsSpan(0, header.Length + 1 + payload.Length), actual, secrets))
            return Refused(ShopifySessionTokenProblem.WrongSignature);
        return Judge(claims, clientId, now);
    }

    private static ShopifySessionTokenResult Judge(JsonDocument claims, string clientId, DateTimeOffset now)
    {
        if (Time(claims, "exp") is not { } end || Time(claims, "nbf") is not { } start)
            return Refused(ShopifySessionTokenProblem.Malformed);
        if (end + Leeway <= now)
            return Refused(ShopifySessionTokenProblem.Expired);
        if (start - Leeway > now)
            return Refused(ShopifySessionTokenProblem.NotYetValid);
        if (Text(claims, "aud") != clientId)
            return Refused(ShopifySessionTokenProblem.WrongAudience);
        if (!TryReadShop(Text(claims, "dest"), Text(claims, "iss"), out var shop))
            return Refused(ShopifySessionTokenProblem.WrongShop);
        return new(
            new ShopifySessionToken { Shop = shop, UserId = Text(claims, "sub"), TokenId = Text(claims, "jti"), SessionId = Text(claims, "sid"), ExpiresAt = end },
            ShopifySessionTokenProblem.None);
    }

    // Extensions write the shop without a scheme at times, and have issuers with other paths; the hosts must be the same everywhere.
    private static bool TryReadShop(string? destination, string? issuer, out ShopDomain shop)
    {
        shop = default;
        return destination is not null && issuer is not null
            && ShopDomain.TryParse(WithoutScheme(destination), out shop) && WithoutScheme(destination).TrimEnd('/') == shop.Value
            && WithoutScheme(issuer) is var from && (from == shop.Value || from.StartsWith(shop.Value + "/", StringComparison.Ordinal));
    }

    private static string WithoutScheme(string text) => text.StartsWith("https://", StringComparison.Ordinal) ? text["https://".Length..] : text;

    private static bool IsSigned(ReadOnlySpan<char> signed, byte[] signature, IReadOnlyList<string> secrets)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(signed)];
        Encoding.UTF8.GetBytes(signed, bytes);
        var valid = false;
        foreach (var secret in secrets)
        {
            if (!string.IsNullOrEmpty(secret))
                valid |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes), signature);
        }

        return valid;
    }

    private static JsonDocument? Decode(string part)
    {
        if (!TryDecode(part, out var bytes))
            return null;
        try
        {
            var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
        }
        catch (JsonException)
        {
            // Not JSON is malformed, and its text must not travel in an exception.
        }

        return null;
    }

    private static bool TryDecode(string part, out byte[] bytes)
    {
        bytes = [];
        if (part.Length == 0 || !Base64Url.IsValid(part))
            return false;
        bytes = Base64Url.DecodeFromChars(part);
        return true;
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds is >= 0 and < 253_402_300_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static ShopifySessionTokenResult Refused(ShopifySessionTokenProblem problem) => new(null, problem);
}
