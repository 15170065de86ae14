using System.Security.Cryptography;

namespace Shopify.Client.Webhooks;

/// <summary>Checks that a delivery came from Shopify: base64 of HMAC-SHA256 over the body's bytes with the app's client secret.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook-to-ensure-its-coming-from-shopify"/>
public static class ShopifyWebhookSignature
{
    /// <summary>Compares in constant time, with every secret.</summary>
    /// <param name="body">The body exactly as it came, before anything parsed it.</param>
    /// <param name="header">The signature header; null counts as wrong.</param>
    /// <param name="secrets">The client secret and, during a rotation, the one before; empty ones are skipped.</param>
    /// <returns>True only when one of the secrets made the signature.</returns>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header is null || !Convert.TryFromBase64String(header, sent, out var length) || length != sent.Length)
            return false;
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            if (string.IsNullOrEmpty(secrets[i]))
                continue;
            SecretHash.Compute(secrets[i], body, computed);
            valid |= CryptographicOperations.FixedTimeEquals(computed, sent);
        }

        return valid;
    }

    /// <summary>Makes the header value for a body, for tests and senders.</summary>
    /// <param name="body">The exact bytes to be sent.</param>
    /// <param name="secret">The client secret; not empty.</param>
    /// <returns>Base64.</returns>
    public static string Sign(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        SecretHash.Compute(secret, body, computed);
        return Convert.ToBase64String(computed);
    }
}
