using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Checks and makes the signature of a webhook: HMAC-SHA256 with the app secret over the exact bytes of the body.
/// See <see href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">validating payloads</see>.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature. The older SHA-1 header is to be ignored.</summary>
    public const string HeaderName = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Checks a signature in constant time. Fails closed: without a usable secret nothing is valid.</summary>
    /// <param name="body">The body as it came, before any decoding.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>, or null when absent.</param>
    /// <param name="appSecrets">Secrets to accept, several while one is being replaced. Empty ones are passed over.</param>
    public static WebhookSignatureResult Verify(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> appSecrets)
    {
        ArgumentNullException.ThrowIfNull(appSecrets);
        if (string.IsNullOrWhiteSpace(header))
            return WebhookSignatureResult.Missing;

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryParse(header, signature))
            return WebhookSignatureResult.Malformed;

        var isValid = false;
        if (appSecrets is string[] secrets)
        {
            // The elements of an array are slow to reach through the interface.
            foreach (var secret in secrets)
                isValid |= IsSignedWith(secret, body, signature);
        }
        else
        {
            for (var i = 0; i < appSecrets.Count; i++)
                isValid |= IsSignedWith(appSecrets[i], body, signature);
        }

        return isValid ? WebhookSignatureResult.Valid : WebhookSignatureResult.Mismatch;
    }

    /// <summary>Makes the header value for a body, for tests and senders.</summary>
    /// <param name="body">The exact bytes to be sent.</param>
    /// <param name="appSecret">The app's secret; not empty.</param>
    public static string Sign(ReadOnlySpan<byte> body, string appSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appSecret);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(body, appSecret, hash);
        return Prefix + Convert.ToHexStringLower(hash);
    }

    private static bool TryParse(string header, Span<byte> signature) =>
        header.Length == Prefix.Length + (2 * HMACSHA256.HashSizeInBytes)
        && header.StartsWith(Prefix, StringComparison.Ordinal)
        && Convert.FromHexString(header.AsSpan(Prefix.Length), signature, out _, out var written) == OperationStatus.Done
        && written == HMACSHA256.HashSizeInBytes;

    private static bool IsSignedWith(string? appSecret, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        if (string.IsNullOrWhiteSpace(appSecret))
            return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(body, appSecret, expected);
        return FixedTimeEquals(signature, expected);
    }

    /// <summary>
    /// Compares two hashes in a time that tells nothing of where they differ: the same reads whatever is in them, no branch before the one result.
    /// The framework's own comparison goes byte by byte through unoptimised code, a tenth of the time that the hash of a small body takes.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool FixedTimeEquals(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        ulong difference = 0;
        for (var i = 0; i < HMACSHA256.HashSizeInBytes; i += sizeof(ulong))
            difference |= BinaryPrimitives.ReadUInt64LittleEndian(one[i..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(other[i..]);
        return difference == 0;
    }

    private static void Hash(ReadOnlySpan<byte> body, string appSecret, Span<byte> hash)
    {
        var length = Encoding.UTF8.GetMaxByteCount(appSecret.Length);
        var key = length <= 128 ? stackalloc byte[128] : new byte[length];
        key = key[..Encoding.UTF8.GetBytes(appSecret, key)];
        HMACSHA256.HashData(key, body, hash);
        CryptographicOperations.ZeroMemory(key);
    }
}
