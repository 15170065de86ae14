using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shopify.Client.Auth;

/// <summary>
/// The app's own key, whose public half is registered with Shopify, for tokens that belong to the app alone. It signs a short statement instead of showing the client
/// secret. Make it once and keep it; thread-safe.
/// </summary>
/// <remarks>Shopify's page does not print the whole form of the statement; it is made as RFC 7523 has it, signed with RS256.</remarks>
public sealed class ShopifyAppKey : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private readonly RSA _rsa = RSA.Create();
    private readonly Lock _lock = new();

    /// <summary>Takes the key.</summary>
    /// <param name="privateKeyPem">An RSA private key of at least 2,048 bits in PEM. Secret.</param>
    /// <param name="keyId">The id it was registered with (<c>kid</c>).</param>
    /// <exception cref="ArgumentException">The PEM holds no RSA key, or a short one. The message does not show it.</exception>
    public ShopifyAppKey(string privateKeyPem, string keyId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(privateKeyPem);
        ArgumentException.ThrowIfNullOrWhiteSpace(keyId);
        _rsa.ImportFromPem(privateKeyPem);
        if (_rsa.KeySize < 2048)
            throw new ArgumentException("An RSA key of at least 2,048 bits is needed.", nameof(privateKeyPem));
        KeyId = keyId;
    }

    /// <summary>The id it was registered with.</summary>
    public string KeyId { get; }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();

    /// <summary>The key's id only.</summary>
    public override string ToString() => $"ShopifyAppKey({KeyId})";

    /// <summary>The signed statement that the app is who it says, good for two minutes and once.</summary>
    internal string Assert(string clientId, string audience, DateTimeOffset now)
    {
        var signed = $"{Part(new AssertionHeaderWire("RS256", "JWT", KeyId), AssertionJson.Default.AssertionHeaderWire)}."
            + Part(
                new AssertionClaimsWire(clientId, clientId, audience, now.ToUnixTimeSeconds(), (now + Lifetime).ToUnixTimeSeconds(), Guid.NewGuid().ToString("N")),
                AssertionJson.Default.AssertionClaimsWire);
        lock (_lock)
            return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        Base64Url.EncodeToString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, type));
}
